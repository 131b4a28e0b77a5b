package dev.sluice.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import dev.sluice.core.audit.FileState;
import dev.sluice.core.function.Payload;
import dev.sluice.core.function.Variable;
import dev.sluice.core.lake.RunFiles;
import dev.sluice.error.BadInput;
import dev.sluice.lambda.audit.AuditTable;
import dev.sluice.lambda.audit.DynamoAuditTable;
import dev.sluice.lambda.audit.DynamoRecentChanges;
import dev.sluice.lambda.json.Fields;
import dev.sluice.lambda.manifest.Manifests;
import dev.sluice.lambda.store.S3Store;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes the files of a dataset that are in a state to a manifest in the work bucket: what a step
 * reads, fixed before it starts.
 *
 * <p>In: {@code {"dataset", "state", "execution" (name), "step"}}. Out: {@code {"bucket", "key",
 * "count"}}. Environment: {@code AUDIT_TABLE, COORDINATION_TABLE, WORK_BUCKET}.
 */
public final class ListFilesHandler extends JsonHandler {

  private final AuditTable audit;
  private final Manifests manifests;

  public ListFilesHandler() {
    this(
        new DynamoAuditTable(
            Clients.dynamoDb(),
            Environment.system().require(Variable.AUDIT_TABLE),
            new DynamoRecentChanges(
                Clients.dynamoDb(),
                Environment.system().require(Variable.COORDINATION_TABLE),
                Clock.systemUTC()),
            Clock.systemUTC()),
        new Manifests(
            new S3Store(Clients.s3()), Environment.system().require(Variable.WORK_BUCKET)));
  }

  ListFilesHandler(AuditTable audit, Manifests manifests) {
    this.audit = audit;
    this.manifests = manifests;
  }

  @Override
  protected Map<String, Object> handle(Fields input, Context context, LogLine log) {
    String run = input.string(Payload.EXECUTION);
    String step = input.string(Payload.STEP);
    FileState state = state(input.string(Payload.STATE));
    try (Manifests.Draft draft = manifests.draft(run, step)) {
      audit.forEachIn(input.string(Payload.DATASET), state, record -> draft.add(record.file()));
      long count = draft.publish();
      log.put(Payload.STEP, step).put("files", count);

      Map<String, Object> result = new LinkedHashMap<>();
      result.put(Payload.BUCKET, manifests.bucket());
      result.put(Payload.KEY, RunFiles.manifest(run, step));
      result.put(Payload.COUNT, count);
      return result;
    }
  }

  private static FileState state(String name) {
    try {
      return FileState.valueOf(name);
    } catch (IllegalArgumentException e) {
      throw new BadInput(
          "state is '" + name + "', expected one of " + Arrays.toString(FileState.values()));
    }
  }
}
