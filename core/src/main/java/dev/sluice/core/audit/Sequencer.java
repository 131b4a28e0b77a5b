package dev.sluice.core.audit;

import java.util.Locale;

/**
 * S3's hexadecimal number that orders the events of one object key; it says nothing about different
 * keys.
 *
 * <p>Values may differ in length. The shorter one is padded with zeros on the right, then both
 * compare as text: the digits begin with the time. See <a
 * href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html">Event
 * message structure</a> (earlier editions of that page said left).
 *
 * @param value as the event has it
 */
public record Sequencer(String value) implements Comparable<Sequencer> {
  public Sequencer {
    if (!value.matches("[0-9A-Fa-f]+")) {
      throw new IllegalArgumentException(
          "sequencer '" + value + "', expected hexadecimal digits as S3 sends them");
    }
  }

  /** As the audit table keeps it: DynamoDB compares it as text. */
  public String stored() {
    return value.toUpperCase(Locale.ROOT);
  }

  /** True where this event came later than the other. */
  public boolean isAfter(Sequencer other) {
    return compareTo(other) > 0;
  }

  /** Order in time; 0 for the same event, even where {@link #equals} differs by case or padding. */
  @Override
  public int compareTo(Sequencer other) {
    int length = Math.max(value.length(), other.value.length());
    return padded(length).compareTo(other.padded(length));
  }

  private String padded(int length) {
    return stored() + "0".repeat(length - value.length());
  }
}
