package dev.sluice.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import dev.sluice.core.function.Counted;
import dev.sluice.core.function.Payload;
import dev.sluice.core.function.Variable;
import dev.sluice.error.BadInput;
import dev.sluice.lambda.items.Parts;
import dev.sluice.lambda.items.SegmentExport;
import dev.sluice.lambda.json.Fields;
import java.util.Map;

/**
 * Exports one segment of a DynamoDB table to a folder of the lake, JSON line by line. It stops in
 * time before its own timeout; the state machine calls it again with its answer until {@code done}.
 *
 * <p>Environment: {@code ITEM_TABLE}, {@code TARGET_FOLDER}, {@code LAKE_BUCKET}.
 */
public final class ExportItemsHandler extends JsonHandler {
  /** A page of a scan and the writing of a part take seconds; a retry of the SDK some more. */
  private static final int MARGIN_MILLIS = 30_000;

  private final SegmentExport export;

  /** For Lambda. */
  public ExportItemsHandler() {
    this(wired(Environment.system()));
  }

  ExportItemsHandler(SegmentExport export) {
    this.export = export;
  }

  @Override
  protected Map<String, Object> handle(Fields input, Context context, LogLine log) {
    SegmentExport.Position from =
        new SegmentExport.Position(
            (int) input.number(Payload.SEGMENT),
            (int) input.number(Payload.SEGMENTS),
            input.all().get(Payload.START_KEY),
            (int) input.number(Payload.PAGE, 0),
            input.number(Counted.ITEMS, 0),
            false);
    if (from.segment() < 0 || from.segment() >= from.segments()) {
      throw new BadInput(
          "segment: found " + from.segment() + ", expected 0 to " + (from.segments() - 1));
    }
    log.put(Payload.SEGMENT, from.segment()).put(Payload.PAGE, from.page());
    SegmentExport.Position next =
        export.export(from, () -> context.getRemainingTimeInMillis() < MARGIN_MILLIS);
    log.put(Counted.ITEMS, next.items() - from.items()).put(Payload.DONE, next.done());
    return next.toJson();
  }

  private static SegmentExport wired(Environment environment) {
    return new SegmentExport(
        Clients.dynamoDb(),
        environment.require(Variable.ITEM_TABLE),
        new Parts(
            Clients.s3(),
            environment.require(Variable.LAKE_BUCKET),
            environment.require(Variable.TARGET_FOLDER)));
  }
}
