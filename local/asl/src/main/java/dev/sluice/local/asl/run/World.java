package dev.sluice.local.asl.run;

import dev.sluice.local.asl.activity.Activities;
import dev.sluice.local.asl.integration.MachineRights;
import dev.sluice.local.asl.integration.ObjectStore;
import dev.sluice.local.asl.integration.TaskIntegration;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * What executions run in.
 *
 * @param pool runs short steps
 * @param io runs what may block
 */
public record World(
    String region,
    String account,
    Clock clock,
    Timers timers,
    Executor pool,
    Executor io,
    List<TaskIntegration> integrations,
    ObjectStore objects,
    TaskTokens tokens,
    Activities activities,
    Quotas quotas,
    ChildStarts childStarts,
    MachineRights rights) {
  /** The integration that runs a resource, or null. */
  public TaskIntegration integration(String resource) {
    for (TaskIntegration integration : integrations) {
      if (integration.handles(resource)) {
        return integration;
      }
    }
    return null;
  }
}
