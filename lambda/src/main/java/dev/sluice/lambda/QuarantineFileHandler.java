package dev.sluice.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import dev.sluice.core.function.Payload;
import dev.sluice.lambda.audit.FileVersion;
import dev.sluice.lambda.file.Batch;
import dev.sluice.lambda.file.Blame;
import dev.sluice.lambda.file.Finding;
import dev.sluice.lambda.json.Fields;
import java.util.List;
import java.util.Map;

/**
 * Moves a file on which the validator itself crashed, timed out or ran out of memory to the failed
 * bucket, with that reason. Where a service failed instead, the file stays and the step fails.
 *
 * <p>In: {@code {"execution" (name), "step", "file": {line of the manifest}, "error", "cause"}}.
 * Out and environment as of {@link ValidateFilesHandler}.
 */
public final class QuarantineFileHandler extends JsonHandler {

  private final Settlement settlement;

  public QuarantineFileHandler() {
    this(Settlement.wired(Environment.system()));
  }

  QuarantineFileHandler(Settlement settlement) {
    this.settlement = settlement;
  }

  @Override
  protected Map<String, Object> handle(Fields input, Context context, LogLine log) {
    String run = input.string(Payload.EXECUTION);
    FileVersion file = FileVersion.of(input.object(Payload.FILE));
    Finding reason =
        Blame.reason(
            file.landed().uri(),
            input.string(Payload.ERROR),
            input.optionalString(Payload.CAUSE).orElse(""));
    Batch batch = settlement.batch();
    settlement.settler().announce(List.of(file));
    batch.add(settlement.settler().quarantine(run, file, reason));
    log.put(Payload.OBJECT, file.object()).put("reason", input.string(Payload.ERROR));
    return batch.close(run);
  }
}
