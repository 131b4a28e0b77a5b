package dev.sluice.local.asl.machine;

import dev.sluice.local.asl.activity.Activities;
import dev.sluice.local.asl.definition.Resources;
import dev.sluice.local.asl.integration.TaskArguments;
import dev.sluice.local.asl.integration.TaskIntegration;
import dev.sluice.local.asl.run.World;
import java.util.Optional;

/** What Tasks can be here: what an integration runs, and activities. */
public record Integrations(World world) implements Resources {
  @Override
  public boolean known(String resource) {
    return world.integration(resource) != null || Activities.isActivity(resource);
  }

  @Override
  public Optional<TaskArguments> arguments(String resource) {
    TaskIntegration integration = world.integration(resource);
    return integration == null ? Optional.empty() : integration.arguments(resource);
  }
}
