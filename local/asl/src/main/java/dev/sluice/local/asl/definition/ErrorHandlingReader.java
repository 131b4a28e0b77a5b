package dev.sluice.local.asl.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Reads Retry and Catch. */
final class ErrorHandlingReader {
  private static final long MAX_SECONDS = 99_999_999;

  private ErrorHandlingReader() {}

  static ErrorHandling read(Fields fields) {
    List<Fields> retries = fields.each("Retry");
    List<Retrier> retriers = new ArrayList<>();
    for (int i = 0; i < retries.size(); i++) {
      retriers.add(retrier(retries.get(i), i == retries.size() - 1));
    }
    List<Fields> catches = fields.each("Catch");
    List<Catcher> catchers = new ArrayList<>();
    for (int i = 0; i < catches.size(); i++) {
      Fields clause = catches.get(i);
      List<String> errors = errors(clause, i == catches.size() - 1);
      Exit exit =
          new Exit(
              clause.template("Output", Visible.ERROR),
              StateReader.assign(clause, Visible.ERROR),
              clause.text("Next", true));
      clause.finish(DocumentReader.JSON_PATH);
      catchers.add(new Catcher(errors, exit));
    }
    return new ErrorHandling(retriers, catchers);
  }

  private static Retrier retrier(Fields clause, boolean last) {
    List<String> errors = errors(clause, last);
    long interval = clause.whole("IntervalSeconds", 1, 1, MAX_SECONDS);
    long attempts = clause.whole("MaxAttempts", 3, 0, MAX_SECONDS);
    long maxDelay = clause.whole("MaxDelaySeconds", 0, 1, 31_622_399);
    if (maxDelay > 0 && maxDelay <= interval) {
      clause.problem("MaxDelaySeconds must be greater than IntervalSeconds");
    }
    JsonNode rate = clause.get("BackoffRate");
    double backoff = rate.isMissingNode() ? 2.0 : rate.asDouble(0);
    if (backoff < 1) {
      clause.problem("BackoffRate", "Minimum value is 1.0");
    }
    String jitter = clause.oneOf("JitterStrategy", "NONE", "FULL");
    clause.finish(DocumentReader.JSON_PATH);
    return new Retrier(errors, interval, attempts, backoff, maxDelay, "FULL".equals(jitter));
  }

  private static List<String> errors(Fields clause, boolean last) {
    JsonNode value = clause.get("ErrorEquals");
    List<String> errors = new ArrayList<>();
    value.forEach(name -> errors.add(name.asText()));
    if (value.isMissingNode()) {
      clause.missing("ErrorEquals");
    } else if (!value.isArray() || errors.isEmpty()) {
      clause.problem("ErrorEquals", "Value cannot be empty");
    }
    if (errors.contains("States.ALL") && (errors.size() > 1 || !last)) {
      clause.problem("ErrorEquals", "States.ALL must appear alone and at end of list");
    }
    return errors;
  }
}
