package dev.sluice.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import dev.sluice.core.function.Payload;
import dev.sluice.lambda.json.Fields;
import dev.sluice.lambda.store.S3Store;
import dev.sluice.lambda.summary.MapResults;
import java.util.Map;

/**
 * Adds up what the children of a distributed map answered.
 *
 * <p>In: {@code {"manifest": {"bucket", "key"}, "requireSuccess": bool}}. Out: the sums of the
 * numeric fields of the succeeded children's outputs, {@code "succeeded"} and {@code "failed"}.
 */
public final class SummarizeMapHandler extends JsonHandler {

  private final MapResults results;

  public SummarizeMapHandler() {
    this(new MapResults(new S3Store(Clients.s3())));
  }

  SummarizeMapHandler(MapResults results) {
    this.results = results;
  }

  @Override
  protected Map<String, Object> handle(Fields input, Context context, LogLine log) {
    Fields manifest = input.object(Payload.MANIFEST);
    Map<String, Object> sums =
        results.summarize(
            manifest.string(Payload.BUCKET),
            manifest.string(Payload.KEY),
            input.bool(Payload.REQUIRE_SUCCESS, false));
    sums.forEach(log::put);
    return sums;
  }
}
