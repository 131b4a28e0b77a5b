package dev.sluice.console.command;

import dev.sluice.console.aws.AuditTable;
import dev.sluice.console.aws.AuditedFile;
import dev.sluice.console.error.ExitCode;
import dev.sluice.console.error.UserError;
import dev.sluice.core.audit.FileState;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * {@code sluice replay}: puts invalid files back. Each is copied from the failed bucket to where it
 * landed; its arrival there makes it NEW, as any file's does.
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
      int missing = 0;
      for (AuditedFile invalid : files) {
        if (dryRun) {
          System.out.println("would put back " + invalid.key() + "  (" + invalid.reason() + ")");
        } else if (!putBack(s3, invalid)) {
          missing++;
        }
      }
      System.out.println(
          files.isEmpty()
              ? "No invalid files" + (file == null ? "." : " with '" + file + "' in their keys.")
              : (files.size() - missing)
                  + " of "
                  + files.size()
                  + " invalid files"
                  + (dryRun ? " would be put back" : " put back"));
      if (!dryRun && missing < files.size()) {
        for (String pipeline : context.readersOf(dataset)) {
          System.out.println("Next:  ./sluice start " + pipeline + " --watch");
        }
      }
      return missing == 0 ? ExitCode.OK : ExitCode.UNAVAILABLE;
    }
  }

  private static boolean putBack(S3Client s3, AuditedFile file) {
    S3Uri copy = S3Uri.parse(file.failedCopy());
    String bucket = file.object().substring(0, file.object().indexOf('/'));
    try {
      s3.copyObject(
          r ->
              r.sourceBucket(copy.bucket())
                  .sourceKey(copy.key())
                  .destinationBucket(bucket)
                  .destinationKey(file.key()));
      System.out.println("put back " + file.key());
      return true;
    } catch (NoSuchKeyException e) {
      System.err.println(
          "sluice: " + file.failedCopy() + " is gone; upload " + file.key() + " anew.");
      return false;
    }
  }

  /** An object's address. */
  record S3Uri(String bucket, String key) {
    static S3Uri parse(String uri) {
      int slash = uri.indexOf('/', "s3://".length());
      if (!uri.startsWith("s3://") || slash < 0) {
        throw UserError.unavailable(
            "the audit table names no copy in the failed bucket: found '"
                + uri
                + "', expected s3://bucket/key.");
      }
      return new S3Uri(uri.substring("s3://".length(), slash), uri.substring(slash + 1));
    }
  }
}
