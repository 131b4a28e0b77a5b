package dev.sluice.console.command;

import dev.sluice.console.aws.Directory;
import dev.sluice.console.aws.PipelineInfo;
import dev.sluice.console.aws.Stores;
import dev.sluice.console.aws.Target;
import dev.sluice.console.error.UserError;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** A command about datasets: those that the pipeline reads that is named, or all. */
@Command(mixinStandardHelpOptions = true)
abstract class DatasetCommand implements Callable<Integer> {
  @Mixin private TargetOptions targetOptions;
  @Mixin private PipelineOption pipelineOption;

  @Override
  public final Integer call() {
    check();
    try (TargetOptions.Connection connection = targetOptions.open()) {
      return execute(context(connection.target(), connection.directory()));
    }
  }

  private Context context(Target target, Directory directory) {
    Set<String> names = new TreeSet<>(directory.datasets().datasets().keySet());
    String pipeline = pipelineOption.name(null);
    if (pipeline != null) {
      for (PipelineInfo selected : directory.selected(pipeline)) {
        names.retainAll(selected.datasets().keySet());
      }
    }
    return new Context(target, directory.datasets().stores(), names, directory.pipelines());
  }

  /**
   * What the command works with while the target is open.
   *
   * @param datasets names, sorted
   * @param pipelines all that are deployed
   */
  record Context(Target target, Stores stores, Set<String> datasets, List<PipelineInfo> pipelines) {
    /** Checks a dataset's name before anything is asked about it. */
    void requireKnown(String dataset) {
      if (!datasets.contains(dataset)) {
        throw UserError.usage("found dataset '" + dataset + "', expected one of " + datasets + ".");
      }
    }

    /** The names of the pipelines that read the dataset. */
    List<String> readersOf(String dataset) {
      return pipelines.stream()
          .filter(pipeline -> pipeline.datasets().containsKey(dataset))
          .map(PipelineInfo::name)
          .toList();
    }
  }

  /** Refuses options that contradict each other, before anything is started for them. */
  void check() {}

  abstract int execute(Context context);
}
