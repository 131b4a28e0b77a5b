package dev.sluice.glue.failure;

import java.util.regex.Pattern;
import org.apache.spark.SparkThrowable;

/**
 * Ends a job. The message is one line, since Glue shows it as the run's {@code ErrorMessage} and
 * the pipeline mails it; the whole story is in the cause, which the job's log has.
 */
public final class JobFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST = 1_000;
  private static final Pattern SPARK_CLASS = Pattern.compile("^\\[([A-Z0-9_.]+)] ");

  /**
   * A failure that has no other cause: the message says what was found, expected and what to do.
   */
  public JobFailure(String message) {
    super(oneLine(message));
  }

  /** A failure with the exception that led to it. */
  public JobFailure(String message, Throwable cause) {
    super(oneLine(message), cause);
  }

  /**
   * The failure that tells of {@code thrown} in one line; {@code thrown} itself where it is one
   * already.
   */
  public static JobFailure of(Throwable thrown) {
    return thrown instanceof JobFailure failure
        ? failure
        : new JobFailure(sentence(thrown), thrown);
  }

  /** What a person should read of an exception: the innermost message that speaks of the cause. */
  public static String sentence(Throwable thrown) {
    Throwable telling = thrown;
    for (Throwable t = thrown; t != null && t != t.getCause(); t = t.getCause()) {
      if (t.getMessage() != null) {
        telling = t;
      }
      if (t instanceof SparkThrowable spark && isSpecific(spark)) {
        break;
      }
    }
    String message = telling.getMessage();
    if (message == null) {
      return telling.getClass().getSimpleName();
    }
    String line = firstLine(message);
    boolean spark = telling instanceof SparkThrowable && SPARK_CLASS.matcher(line).find();
    return spark ? line : telling.getClass().getSimpleName() + ": " + line;
  }

  /**
   * Spark wraps what happened in a task several times; these wrappers say only that something did.
   */
  private static boolean isSpecific(SparkThrowable spark) {
    String condition = spark.getCondition();
    return condition != null
        && !condition.startsWith("FAILED_READ_FILE")
        && !condition.startsWith("TASK_WRITE_FAILED")
        && !condition.startsWith("MALFORMED_RECORD_IN_PARSING");
  }

  private static String firstLine(String message) {
    return message.strip().lines().findFirst().orElse("");
  }

  private static String oneLine(String message) {
    String line = message.strip().replaceAll("\\s*[\\r\\n]+\\s*", " ");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
  }
}
