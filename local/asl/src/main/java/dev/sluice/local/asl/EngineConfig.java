package dev.sluice.local.asl;

import dev.sluice.local.asl.integration.ExecutionListener;
import dev.sluice.local.asl.integration.MachineRights;
import dev.sluice.local.asl.integration.ObjectStore;
import dev.sluice.local.asl.integration.TaskIntegration;
import dev.sluice.local.asl.run.Quotas;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;

/**
 * What an engine runs with.
 *
 * @param directory where executions are kept; made where it is missing; one engine at a time
 * @param region the region in ARNs, for example us-east-1
 * @param account the account in ARNs
 * @param integrations what Tasks can be; asked in order
 */
public record EngineConfig(
    Path directory,
    String region,
    String account,
    List<TaskIntegration> integrations,
    ObjectStore objects,
    ExecutionListener listener,
    Clock clock,
    Quotas quotas,
    MachineRights rights) {
  public EngineConfig {
    Objects.requireNonNull(directory, "directory");
    Objects.requireNonNull(region, "region");
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(objects, "objects");
    Objects.requireNonNull(listener, "listener");
    Objects.requireNonNull(clock, "clock");
    Objects.requireNonNull(quotas, "quotas");
    Objects.requireNonNull(rights, "rights");
    integrations = List.copyOf(integrations);
  }

  /** Without throttling, and with every right. */
  public EngineConfig(
      Path directory,
      String region,
      String account,
      List<TaskIntegration> integrations,
      ObjectStore objects,
      ExecutionListener listener,
      Clock clock) {
    this(
        directory,
        region,
        account,
        integrations,
        objects,
        listener,
        clock,
        Quotas.UNTHROTTLED,
        MachineRights.ALL);
  }

  /** The same engine with other limits in time. */
  public EngineConfig with(Quotas others) {
    return new EngineConfig(
        directory, region, account, integrations, objects, listener, clock, others, rights);
  }

  /** The same engine whose state machines' roles are judged. */
  public EngineConfig with(MachineRights judged) {
    return new EngineConfig(
        directory, region, account, integrations, objects, listener, clock, quotas, judged);
  }
}
