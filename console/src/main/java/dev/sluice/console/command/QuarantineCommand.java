package dev.sluice.console.command;

import dev.sluice.console.aws.AuditTable;
import dev.sluice.console.error.ExitCode;
import dev.sluice.console.error.UserError;
import dev.sluice.core.lake.Zones;
import java.time.Clock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/** {@code sluice quarantine}: takes a file that a step cannot read out of the raw zone. */
@Command(
    name = "quarantine",
    description = {
      "Moves a file of a dataset from the raw zone to the failed bucket, with a note beside it, so that",
      "the steps that read the dataset go on without it. Its audit record becomes INVALID."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./sluice quarantine sales raw/sales/sales_2019_01.csv.jsonl",
      "  ./sluice quarantine sales raw/sales/notes.csv --reason 'put there by hand'",
    })
public final class QuarantineCommand extends DatasetCommand {
  @Parameters(index = "0", paramLabel = "DATASET", description = "The dataset.")
  private String dataset;

  @Parameters(
      index = "1",
      paramLabel = "OBJECT",
      description = "The file's key in the lake bucket, or s3://bucket/key.")
  private String object;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      description = "For the note and the audit table.")
  private String reason = "a step could not read it";

  @Override
  int execute(Context context) {
    context.requireKnown(dataset);
    String lake = "s3://" + context.stores().lake() + "/";
    String key = object.startsWith(lake) ? object.substring(lake.length()) : object;
    if (!key.startsWith(Zones.raw(dataset))) {
      throw UserError.usage(
          "found '%s', expected a key that begins with %s, as the mail or ./sluice audit %s --file TEXT shows it."
              .formatted(object, Zones.raw(dataset), dataset));
    }
    try (DynamoDbClient dynamo = context.target().dynamoDb();
        S3Client s3 = context.target().s3()) {
      RawFile file =
          new RawFile(
              context.stores(),
              dynamo,
              s3,
              new AuditTable(dynamo, context.stores()).ofDataset(dataset),
              key);
      file.quarantine(dataset, reason, Clock.systemUTC().instant()).forEach(System.out::println);
      System.out.println("Next:  ./sluice redrive EXECUTION");
      return ExitCode.OK;
    }
  }
}
