package dev.sluice.glue.input;

import dev.sluice.core.contract.Contracts;
import dev.sluice.glue.failure.JobFailure;
import dev.sluice.glue.sql.Relations;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;

/**
 * Makes a temporary view of everything that a SQL file reads, and of nothing else. The names are
 * those which the pipeline's steps publish.
 */
public final class Inputs {
  private final SparkSession spark;
  private final String lake;
  private final Publications publications;
  private final Readers readers;
  private final Lake files;
  private final Map<String, Input> known = new LinkedHashMap<>();

  /** Reads from the lake at that location, without a slash at its end. */
  public Inputs(
      SparkSession spark, String lake, Publications publications, Contracts contracts, Lake files) {
    this.spark = spark;
    this.lake = lake;
    this.publications = publications;
    this.readers = new Readers(spark, contracts);
    this.files = files;
  }

  /**
   * Registers the views that a statement needs and are not there yet.
   *
   * @throws JobFailure where a name is unknown or has no files yet, naming the step that makes them
   */
  public void register(Relations relations) {
    for (String name : relations.names()) {
      if (!known.containsKey(name) && !isView(name)) {
        register(name, publications.get(name));
      }
    }
    for (Relations.Files direct : relations.files()) {
      known.computeIfAbsent(direct.location(), location -> direct(location, direct.format()));
    }
  }

  /** All that was registered, in the order of the SQL. */
  public List<Input> registered() {
    return List.copyOf(known.values());
  }

  /** A view that the SQL has made; a table of a catalog on AWS must not stand in for a dataset. */
  private boolean isView(String name) {
    var classic = (org.apache.spark.sql.classic.SparkSession) spark;
    return classic.sessionState().catalog().getTempView(name).isDefined();
  }

  private void register(String name, Publications.Match match) {
    Published published = match.published();
    String location = lake + "/" + match.location();
    // Only datasets have files whose names somebody else may choose. Elsewhere a hidden file is a
    // note
    // of ours, or what a killed job left behind.
    int count =
        published.format() == Format.DATASET
            ? files.rowFiles(location, foreign -> refused(name, foreign))
            : files.files(location);
    Input input =
        new Input(name, location, published.format().text(), "step " + published.step(), count);
    require(input);
    readers.read(published, location).createOrReplaceTempView(name);
    known.put(name, input);
  }

  private JobFailure refused(String dataset, String foreign) {
    String reason = "it is not of the validator's making";
    return new JobFailure(Quarantine.advice(lake, dataset, foreign, reason));
  }

  /**
   * Finds out whether a file of a dataset that was read is at fault for a failure; says which, and
   * what to do.
   */
  public Optional<String> blame() {
    return known.values().stream()
        .filter(input -> input.format().equals(Format.DATASET.text()))
        .flatMap(input -> blame(input).stream())
        .findFirst();
  }

  private Optional<String> blame(Input input) {
    try {
      return readers
          .findUnreadable(input.view(), input.location())
          .map(file -> Quarantine.advice(lake, input.view(), file.path(), file.reason()));
    } catch (RuntimeException | Error sameAgain) {
      // What failed was no file's content, then: the first failure tells the reason.
      return Optional.empty();
    }
  }

  private Input direct(String location, String format) {
    files.requireSettled(location);
    Input input =
        new Input(
            location, location, format, "the step whose SQL writes there", files.files(location));
    require(input);
    return input;
  }

  private static void require(Input input) {
    if (input.files() == 0) {
      throw new JobFailure(
          "the SQL reads %s, but there is no file in %s; %s makes it, run that first"
              .formatted(input.view(), input.location(), input.madeBy()));
    }
  }
}
