package dev.sluice.local.lambda;

import java.util.ArrayList;
import java.util.List;

/**
 * A throwable as Lambda reports it: {@code errorMessage}, {@code errorType} (the class name, which
 * Step Functions matches in Retry and Catch), {@code stackTrace}, and {@code cause} likewise.
 */
record ErrorReport(String type, String json) {
  private static final int FRAMES = 100;
  private static final int CAUSES = 5;
  private static final String OWN = ErrorReport.class.getPackageName() + ".";

  static ErrorReport of(Throwable failure) {
    StringBuilder json = new StringBuilder(1024);
    write(json, failure, CAUSES);
    return new ErrorReport(failure.getClass().getName(), json.toString());
  }

  private static void write(StringBuilder json, Throwable failure, int causesLeft) {
    String type = failure.getClass().getName();
    String message = failure.getLocalizedMessage();
    json.append("{\"errorMessage\":");
    string(json, message == null ? type : message);
    json.append(",\"errorType\":");
    string(json, type);
    json.append(",\"stackTrace\":[");
    String separator = "";
    for (String frame : frames(failure)) {
      json.append(separator);
      string(json, frame);
      separator = ",";
    }
    json.append(']');
    Throwable cause = failure.getCause();
    if (cause != null && causesLeft > 0) {
      json.append(",\"cause\":");
      write(json, cause, causesLeft - 1);
    }
    json.append('}');
  }

  private static List<String> frames(Throwable failure) {
    List<String> frames = new ArrayList<>();
    for (StackTraceElement element : failure.getStackTrace()) {
      if (element.getClassName().startsWith(OWN) || frames.size() == FRAMES) {
        break; // From here down it is the runtime's stack, not the function's.
      }
      frames.add(element.toString());
    }
    return frames;
  }

  private static void string(StringBuilder json, String value) {
    json.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"' -> json.append("\\\"");
        case '\\' -> json.append("\\\\");
        case '\n' -> json.append("\\n");
        case '\r' -> json.append("\\r");
        case '\t' -> json.append("\\t");
        default -> {
          if (c < ' ' || Character.isSurrogate(c)) {
            json.append(String.format("\\u%04x", (int) c));
          } else {
            json.append(c);
          }
        }
      }
    }
    json.append('"');
  }
}
