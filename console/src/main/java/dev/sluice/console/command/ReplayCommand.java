package dev.sluice.console.command;

import dev.sluice.console.aws.AuditTable;
import dev.sluice.console.aws.AuditedFile;
import dev.sluice.console.error.ExitCode;
import dev.sluice.core.audit.FileState;
import dev.sluice.core.text.OneLine;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * {@code sluice replay}: puts invalid files back. Each is copied from the failed bucket to where it
 * landed; its arrival there makes it NEW, as any file's does. Where some cannot be put back, the
 * exit code is {@link ExitCode#UNAVAILABLE}.
 */
@Command(
    name = "replay",
    description = {
      "Puts a dataset's INVALID files back into the landing bucket, after the contract or the cause was",
      "mended, so that the next execution validates them again."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./sluice replay sales --dry-run",
      "  ./sluice replay sales --file sales_2019_01.csv",
    })
public final class ReplayCommand extends DatasetCommand {
  @Parameters(paramLabel = "DATASET", description = "The dataset.")
  private String dataset;

  @Option(
      names = "--file",
      paramLabel = "TEXT",
      description = "Only files whose key contains this.")
  private String file;

  @Option(names = "--dry-run", description = "Says what would be put back and changes nothing.")
  private boolean dryRun;

  @Override
  int execute(Context context) {
    context.requireKnown(dataset);
    try (DynamoDbClient dynamo = context.target().dynamoDb();
        S3Client s3 = context.target().s3()) {
      List<AuditedFile> files =
          new AuditTable(dynamo, context.stores())
              .inState(dataset, FileState.INVALID)
              .filter(f -> file == null || f.key().contains(file))
              .toList();
      int failed = 0;
      for (AuditedFile invalid : files) {
        failed += replay(new PutBack(s3), invalid) ? 0 : 1;
      }
      System.out.println(
          files.isEmpty()
              ? "No invalid files" + (file == null ? "." : " with '" + file + "' in their keys.")
              : (files.size() - failed)
                  + " of "
                  + files.size()
                  + " invalid files"
                  + (dryRun ? " would be put back" : " put back"));
      if (!dryRun && failed < files.size()) {
        for (String pipeline : context.readersOf(dataset)) {
          System.out.println("Next:  ./sluice start " + pipeline + " --watch");
        }
      }
      return failed == 0 ? ExitCode.OK : ExitCode.UNAVAILABLE;
    }
  }

  /** A file that cannot be put back is said so, and the others go on. */
  private boolean replay(PutBack putBack, AuditedFile invalid) {
    String key = OneLine.of(invalid.key());
    Optional<String> failure = dryRun ? PutBack.obstacle(invalid) : putBack.put(invalid);
    if (failure.isPresent()) {
      System.err.println(
          "sluice: " + key + " cannot be put back: " + OneLine.of(failure.get()) + ".");
    } else if (dryRun) {
      System.out.println("would put back " + key + "  (" + OneLine.of(invalid.reason()) + ")");
    } else {
      System.out.println("put back " + key);
    }
    return failure.isEmpty();
  }
}
