package dev.sluice.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import dev.sluice.core.function.Payload;
import dev.sluice.lambda.audit.FileVersion;
import dev.sluice.lambda.file.Batch;
import dev.sluice.lambda.json.Fields;
import java.util.List;
import java.util.Map;

/**
 * Validates a batch of files, each against its contract. A verdict on data is a result, never an
 * error; an error means that a service failed, or that the validator crashed on some file.
 *
 * <p>In: {@code {"BatchInput": {"execution" (name), "step"}, "Items": [lines of the manifest]}}.
 * Out: {@code {"valid", "invalid", "rows", "superseded"}}; rows are those of valid files.
 * Environment: {@code AUDIT_TABLE, COORDINATION_TABLE, LAKE_BUCKET, FAILED_BUCKET, ALERTS_TOPIC,
 * PIPELINE}.
 */
public final class ValidateFilesHandler extends JsonHandler {

  private final Settlement settlement;

  public ValidateFilesHandler() {
    this(Settlement.wired(Environment.system()));
  }

  ValidateFilesHandler(Settlement settlement) {
    this.settlement = settlement;
  }

  @Override
  protected Map<String, Object> handle(Fields input, Context context, LogLine log) {
    String run = input.object(Payload.BATCH_INPUT).string(Payload.EXECUTION);
    Batch batch = settlement.batch();
    List<FileVersion> files = input.objects(Payload.ITEMS).stream().map(FileVersion::of).toList();
    settlement.settler().announce(files);
    files.forEach(file -> batch.add(settlement.settler().validate(run, file)));
    Map<String, Object> counts = batch.close(run);
    counts.forEach(log::put);
    return counts;
  }
}
