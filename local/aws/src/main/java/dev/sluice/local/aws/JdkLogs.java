package dev.sluice.local.aws;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import org.slf4j.LoggerFactory;

/** Passes on what libraries log through the JDK. */
final class JdkLogs extends Handler {
  private final SimpleFormatter formatter = new SimpleFormatter();

  JdkLogs() {
    setLevel(Level.WARNING);
  }

  @Override
  public void publish(LogRecord record) {
    if (!isLoggable(record)) {
      return;
    }
    org.slf4j.Logger logger = LoggerFactory.getLogger(String.valueOf(record.getLoggerName()));
    String message = formatter.formatMessage(record);
    if (record.getLevel().intValue() >= Level.SEVERE.intValue()) {
      logger.error(message, record.getThrown());
    } else {
      logger.warn(message, record.getThrown());
    }
  }

  @Override
  public void flush() {
    // Nothing is held back.
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}
