package dev.sluice.local.aws;

import dev.sluice.local.aws.template.Assembly;
import dev.sluice.local.aws.template.DeploymentState;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;

/** Which stacks of the assembly a start deploys. */
final class Selection {
  private Selection() {}

  /**
   * The stacks that the options name, those of earlier deployments where they ask for these, and
   * what both depend on; all where that is nothing.
   *
   * @param deployments what this state has had deployed before
   * @throws IllegalArgumentException where there is no stack of a name, naming those there are
   */
  static Assembly of(Options options, Path deployments) {
    Assembly assembly = Assembly.read(options.assembly());
    Set<String> names = new LinkedHashSet<>(options.stacks());
    if (options.deployed()) {
      Set<String> before = DeploymentState.stacks(deployments);
      // A stack that was renamed or taken out since is no reason not to start.
      before.retainAll(assembly.names());
      names.addAll(before);
    }
    return names.isEmpty() ? assembly : assembly.select(names);
  }
}
