package dev.sluice.console.command;

import dev.sluice.console.aws.AuditTable;
import dev.sluice.console.aws.AuditedFile;
import dev.sluice.console.error.ExitCode;
import dev.sluice.console.error.UserError;
import dev.sluice.console.json.JsonText;
import dev.sluice.core.audit.AuditSchema;
import dev.sluice.core.audit.FileState;
import dev.sluice.core.text.OneLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** {@code sluice audit}: what became of each file. */
@Command(
    name = "audit",
    description =
        "Shows what became of each file; without a dataset, how many files are in each state.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./sluice audit",
      "  ./sluice audit sales --state INVALID",
      "  ./sluice audit sales --file sales_2019_01.csv    with its history",
    })
public final class AuditCommand extends DatasetCommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "DATASET",
      description = "A dataset, or '" + AuditSchema.UNKNOWN + "' for files that belong to none.")
  private String dataset;

  @Option(names = "--state", description = "Only those: ${COMPLETION-CANDIDATES}.")
  private FileState state;

  @Option(
      names = "--file",
      paramLabel = "TEXT",
      description = "Only files whose key contains this, with their history.")
  private String file;

  @Mixin private OutputOptions output;

  @Override
  void check() {
    if (dataset == null && (state != null || file != null)) {
      throw UserError.usage(
          "found --state or --file without a dataset, expected e.g. ./sluice audit sales.");
    }
  }

  @Override
  int execute(Context context) {
    try (DynamoDbClient dynamo = context.target().dynamoDb()) {
      AuditTable audit = new AuditTable(dynamo, context.stores());
      if (dataset == null) {
        output.print(overview(audit, context.datasets()));
        return ExitCode.OK;
      }
      if (!dataset.equals(AuditSchema.UNKNOWN)) {
        context.requireKnown(dataset);
      }
      List<AuditedFile> files = matching(audit);
      if (file != null && output.json()) {
        System.out.print(JsonText.of(files.stream().map(AuditCommand::withHistory).toList()));
        return ExitCode.OK;
      }
      output.print(table(files));
      if (file != null) {
        files.forEach(AuditCommand::printHistory);
      }
      return ExitCode.OK;
    }
  }

  private static Table overview(AuditTable audit, Set<String> known) {
    List<String> states = Stream.of(FileState.values()).map(FileState::name).toList();
    List<String> headings = new ArrayList<>(List.of("dataset"));
    states.forEach(name -> headings.add(name.toLowerCase(Locale.ROOT)));
    Table table = new Table("No datasets.", headings.toArray(String[]::new));
    List<String> datasets = new ArrayList<>(known);
    datasets.add(AuditSchema.UNKNOWN);
    for (String name : datasets) {
      Map<String, Integer> counts = new TreeMap<>();
      audit.ofDataset(name).forEach(f -> counts.merge(f.state(), 1, Integer::sum));
      List<Object> row = new ArrayList<>(List.of(name));
      states.forEach(fileState -> row.add(counts.getOrDefault(fileState, 0)));
      table.row(row.toArray());
    }
    return table;
  }

  private List<AuditedFile> matching(AuditTable audit) {
    Stream<AuditedFile> files =
        state == null ? audit.ofDataset(dataset) : audit.inState(dataset, state);
    return files.filter(f -> file == null || f.key().contains(file)).toList();
  }

  private static Table table(List<AuditedFile> files) {
    Table table = new Table("No files.", "file", "state", "received at", "rows", "run", "reason");
    files.forEach(
        f -> table.row(f.key(), f.state(), f.receivedAt(), f.rows(), f.run(), f.reason()));
    return table;
  }

  private static Map<String, Object> withHistory(AuditedFile file) {
    Map<String, Object> json = new LinkedHashMap<>(table(List.of(file)).toMaps().get(0));
    json.put(AuditSchema.HISTORY, file.history().stream().map(AuditCommand::plain).toList());
    return json;
  }

  private static void printHistory(AuditedFile file) {
    Table table = new Table("  No history.", "at", "state", "run", "version");
    file.history().stream()
        .map(AuditCommand::plain)
        .forEach(
            step ->
                table.row(
                    step.get(AuditSchema.AT),
                    step.get(AuditSchema.STATE),
                    step.get(AuditSchema.RUN),
                    step.get(AuditSchema.VERSION_ID)));
    System.out.println();
    System.out.println(OneLine.of(file.key()));
    table.toText().lines().forEach(line -> System.out.println("  " + line));
    for (String place : List.of(AuditSchema.RAW, AuditSchema.FAILED, AuditSchema.REPORT)) {
      if (!file.text(place).isEmpty()) {
        System.out.printf("  %-7s %s%n", place, OneLine.of(file.text(place)));
      }
    }
    if (file.readsEarlierVersion()) {
      System.out.println(
          "  Runs read an earlier version of it: " + file.text(AuditSchema.RAW_VERSION));
    }
  }

  private static Map<String, Object> plain(Map<String, AttributeValue> step) {
    Map<String, Object> plain = new TreeMap<>();
    step.forEach((name, value) -> plain.put(name, value.s() != null ? value.s() : value.n()));
    return plain;
  }
}
