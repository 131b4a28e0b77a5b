package dev.sluice.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.sluice.core.function.Payload;
import dev.sluice.lambda.json.Fields;
import dev.sluice.lambda.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;

/**
 * A handler of one JSON object that answers with another. It logs one line an event; what {@link
 * #handle} throws is logged and passed on, so that Step Functions sees its class name and message.
 */
public abstract class JsonHandler implements RequestStreamHandler {

  /**
   * Handles one event.
   *
   * @param log receives what is worth searching for; execution, duration and outcome are added here
   * @return what {@link Json} writes
   */
  protected abstract Map<String, Object> handle(Fields input, Context context, LogLine log);

  @Override
  public final void handleRequest(InputStream in, OutputStream out, Context context)
      throws IOException {
    long start = System.nanoTime();
    LogLine log = new LogLine().put("handler", name());
    try {
      Fields input = Fields.of("the input of " + name(), Json.parse(in));
      log.put(Payload.EXECUTION, execution(input).orElse(null));
      Map<String, Object> result = handle(input, context, log);
      out.write(Json.bytes(result));
      log.put("outcome", "ok");
    } catch (RuntimeException | Error e) {
      log.put("outcome", "error").put("error", e.getClass().getName()).put("message", message(e));
      throw e;
    } finally {
      log.put("millis", (System.nanoTime() - start) / 1_000_000);
      if (context != null) {
        log.put("request", context.getAwsRequestId());
      }
      log.print(System.out);
    }
  }

  /** The function's name in kebab case: register-file for RegisterFileHandler. */
  private String name() {
    return getClass()
        .getSimpleName()
        .replaceAll("Handler$", "")
        .replaceAll("(?<!^)([A-Z])", "-$1")
        .toLowerCase(java.util.Locale.ROOT);
  }

  private static Optional<String> execution(Fields input) {
    if (input.has(Payload.BATCH_INPUT)) {
      return input.object(Payload.BATCH_INPUT).optionalString(Payload.EXECUTION);
    }
    return input.optionalString(Payload.EXECUTION);
  }

  private static String message(Throwable e) {
    return e.getMessage() == null ? e.toString() : e.getMessage();
  }
}
