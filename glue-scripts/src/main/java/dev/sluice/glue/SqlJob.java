package dev.sluice.glue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.core.contract.Contracts;
import dev.sluice.core.lake.RunFiles;
import dev.sluice.glue.failure.JobFailure;
import dev.sluice.glue.input.Input;
import dev.sluice.glue.input.Inputs;
import dev.sluice.glue.input.Lake;
import dev.sluice.glue.input.Publications;
import dev.sluice.glue.sql.Parameters;
import dev.sluice.glue.sql.Relations;
import dev.sluice.glue.sql.SqlScript;
import dev.sluice.glue.sql.SqlStatement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.plans.logical.Command;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;

/**
 * Runs a file of Spark SQL over the lake. What the pipeline's steps publish is there by name, as
 * views ({@link Publications}); {@code ${lake}}, {@code ${run}} and the run's parameters may stand
 * in it; it writes with {@code INSERT OVERWRITE DIRECTORY}, whose earlier files stay until the new
 * ones are complete ({@link Replacements}). A plain query prints its first rows to the log.
 *
 * <p>Arguments: {@code --sql} location of the file, {@code --lake} and {@code --work} locations,
 * {@code --step}, {@code --run} name of the execution, {@code --inputs} a JSON array of what may be
 * read, {@code --parameters} a JSON object of texts, numbers and booleans (optional). Leaves {@code
 * runs/<run>/<step>/report.json} in the work location. Run twice, the result is the same.
 */
public final class SqlJob {
  private static final List<String> ARGUMENTS =
      List.of("job", "sql", "lake", "work", "step", "run", "inputs", "parameters");
  private static final int ROWS_SHOWN = 20;
  private static final Pattern SPARK_PLACE = Pattern.compile(";? \\(?line (\\d+),? pos \\d+[;)]?");

  private final SparkSession spark;
  private final SqlScript script;
  private final Parameters parameters;
  private final Inputs inputs;
  private final Map<String, String> places = new LinkedHashMap<>();

  private SqlJob(SparkSession spark, SqlScript script, Parameters parameters, Inputs inputs) {
    this.spark = spark;
    this.script = script;
    this.parameters = parameters;
    this.inputs = inputs;
  }

  /** Entry for {@code GlueApp.scala}. */
  public static void main(String[] args) {
    Job.run("SqlJob", spark -> run(spark, Arguments.parse(args, ARGUMENTS)));
  }

  private static void run(SparkSession spark, Arguments arguments) throws InterruptedException {
    String sql = arguments.location("sql");
    String lake = arguments.location("lake");
    String step = arguments.required("step");
    String report =
        arguments.location("work") + "/" + RunFiles.report(arguments.required("run"), step);
    Parameters parameters = parameters(arguments, lake);
    Lake files = new Lake(spark.sparkContext().hadoopConfiguration());
    // Deployed, the file is called by its hash; people know it by its step.
    SqlScript script = SqlScript.parse(step + ".sql", files.text(sql));
    Inputs inputs =
        new Inputs(
            spark,
            lake,
            Publications.parse(arguments.required("inputs")),
            Contracts.fromClasspath(),
            files);
    RunReport told = new RunReport();
    try (OutputMeter meter = new OutputMeter(spark)) {
      SqlJob job = new SqlJob(spark, script, parameters, inputs);
      job.execute();
      told.inputs(inputs.registered());
      for (Output written : meter.outputs(job.places.size())) {
        Output output = written.at(job.places.getOrDefault(written.location(), written.location()));
        System.out.printf("%s: %d rows to %s%n", script.name(), output.rows(), output.location());
        told.output(output);
      }
    }
    files.write(report, told.json());
  }

  private static Parameters parameters(Arguments arguments, String lake) {
    Map<String, String> values = new LinkedHashMap<>();
    String json = arguments.optional("parameters").orElse("{}");
    JsonNode given;
    try {
      given = new ObjectMapper().readTree(json);
    } catch (JsonProcessingException malformed) {
      throw new JobFailure("--parameters is '" + json + "', expected a JSON object", malformed);
    }
    if (!given.isObject()) {
      throw new JobFailure("--parameters is '" + json + "', expected a JSON object");
    }
    // Parameters of other steps may be objects or lists; a SQL file that names one is told that it
    // has no value.
    given.properties().stream()
        .filter(entry -> entry.getValue().isValueNode() && !entry.getValue().isNull())
        .forEach(entry -> values.put(entry.getKey(), entry.getValue().asText()));
    values.put("lake", lake);
    values.put("run", arguments.required("run"));
    return new Parameters(values);
  }

  private void execute() {
    for (SqlStatement statement : script.statements()) {
      try {
        execute(statement.fill(parameters));
      } catch (Exception failure) {
        throw new JobFailure(located(statement, explained(failure)), failure);
      }
    }
  }

  /** Spark counts lines from the statement's first; people count from the file's. */
  private String located(SqlStatement statement, String message) {
    Matcher place = SPARK_PLACE.matcher(message);
    boolean known = place.find();
    int line = statement.line() + (known ? Integer.parseInt(place.group(1)) - 1 : 0);
    return "%s, line %d: %s".formatted(script.name(), line, known ? place.replaceAll("") : message);
  }

  /** Our own failures explain themselves; of others, a file that somebody can remove leads. */
  private String explained(Exception failure) {
    if (failure instanceof JobFailure) {
      return failure.getMessage();
    }
    String said = JobFailure.sentence(failure);
    return inputs
        .blame()
        .map(advice -> advice + "; Spark says: " + said)
        .orElseGet(() -> said + staleInputs(failure));
  }

  /** A redrive keeps the steps that succeeded, thus what they read before its source was mended. */
  private String staleInputs(Exception failure) {
    String makers =
        inputs.registered().stream()
            .map(Input::madeBy)
            .distinct()
            .collect(Collectors.joining(" and "));
    boolean columnLacks =
        failure instanceof SparkThrowable spark
            && String.valueOf(spark.getCondition()).startsWith("UNRESOLVED_COLUMN");
    return columnLacks && !makers.isEmpty()
        ? "; where the SQL is right and a source has its column again, start a run from what reads it, since a redrive keeps the tables of "
            + makers
        : "";
  }

  private void execute(String sql) throws Exception {
    LogicalPlan plan = Plans.parse(spark, sql);
    inputs.register(Relations.of(plan));
    try (Replacements replaced =
        new Replacements(spark.sparkContext().hadoopConfiguration(), plan)) {
      if (!replaced.isEmpty()) {
        Plans.check(spark, plan);
        Plans.run(spark, replaced.aside(plan));
        places.putAll(replaced.finish());
      } else {
        query(plan, sql);
      }
    }
  }

  private void query(LogicalPlan plan, String sql) {
    Dataset<Row> result = spark.sql(sql);
    if (!(plan instanceof Command)) {
      result.show(ROWS_SHOWN, false);
    }
  }
}
