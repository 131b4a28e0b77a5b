package dev.sluice.pipeline.step;

import dev.sluice.config.Assets;
import dev.sluice.core.audit.FileState;
import dev.sluice.core.contract.DatasetContract;
import dev.sluice.core.function.Counted;
import dev.sluice.core.function.Payload;
import dev.sluice.pipeline.asl.Json;
import dev.sluice.pipeline.asl.Jsonata;
import dev.sluice.pipeline.asl.State;
import dev.sluice.pipeline.asl.States;
import dev.sluice.pipeline.model.Cost;
import dev.sluice.pipeline.model.Publication;
import dev.sluice.pipeline.model.Site;
import dev.sluice.pipeline.model.Step;
import java.util.List;
import java.util.Map;

/**
 * Validates the NEW files of a dataset against its contract, in batches: the rows of valid ones go
 * to the raw zone, invalid ones to the failed bucket. {@link ValidateBatch} says what becomes of a
 * file on which the validator itself breaks.
 *
 * <p>The map's children are STANDARD. EXPRESS ones would be cheaper by a fraction of a cent per
 * thousand files and start faster, but Step Functions ends them after five minutes, in which a
 * validator of ten minutes has to fail with the batch and again with the one file at fault: with
 * EXPRESS children, that file would fail its whole batch, or large files could not be validated.
 */
public final class Validate extends Step {
  private final DatasetContract dataset;

  /** Validates that dataset. */
  public Validate(DatasetContract dataset) {
    super("validate_" + dataset.name());
    this.dataset = dataset;
  }

  @Override
  public List<DatasetContract> datasets() {
    return List.of(dataset);
  }

  @Override
  public List<Publication> publishes(Assets assets) {
    return List.of(Publication.dataset(dataset));
  }

  @Override
  public Cost cost() {
    return Cost.transitions(5)
        .perItem("a share of a child of two transitions and of a call of the validator");
  }

  @Override
  protected States states(Site site, String next) {
    String files = variable("files");
    String results = variable("results");
    return new States()
        .add(
            state("list files"),
            FileFunctions.listFiles(site, dataset, FileState.NEW, name())
                .assign(files, "$states.result.Payload")
                .output("$states.input")
                .next(state("any files?")))
        .add(
            state("any files?"),
            State.choice().when("$" + files + ".count > 0", name()).otherwise(state("no files")))
        .add(
            state("no files"),
            State.pass().output(succeeded("{'valid': 0, 'invalid': 0, 'rows': 0}")).next(next))
        .add(
            name(),
            map(site, files)
                .assign(results, MapFields.MANIFEST)
                .output("$states.input")
                .next(state("count")))
        .add(
            state("count"),
            FileFunctions.summarize(site, "$" + results, false)
                .output(succeeded("$states.result.Payload"))
                .next(next));
  }

  private State map(Site site, String files) {
    site.allowMapRun(name());
    Map<String, Object> processor =
        Json.object(
            "ProcessorConfig", Json.object("Mode", "DISTRIBUTED", "ExecutionType", "STANDARD"));
    processor.putAll(new ValidateBatch(name(), site).states().machine());
    return State.map()
        .with("Label", name())
        .with("MaxConcurrency", site.settings().validate().concurrency())
        .with("ItemReader", MapFields.reader(files, Json.object("InputType", "JSONL")))
        .with(
            "ItemBatcher",
            Json.object(
                "MaxItemsPerBatch",
                site.settings().validate().batchSize(),
                Payload.BATCH_INPUT,
                Json.object(
                    Payload.EXECUTION,
                    Jsonata.expression(Jsonata.EXECUTION_NAME),
                    Payload.STEP,
                    name())))
        .with("ItemProcessor", processor)
        .with("ResultWriter", MapFields.resultWriter(site, name()));
  }

  static List<String> counts() {
    return Counted.OF_A_BATCH;
  }
}
