package dev.sluice.core.lifecycle;

/**
 * What to do about the record of a file.
 *
 * @param action to take
 * @param reason for logs and mails
 */
public record Decision(Action action, String reason) {
  /** The possible answers. */
  public enum Action {
    /** Write the new state, on condition that the record is still as it was read. */
    WRITE,
    /** The record says so already: the event or step came twice. Nothing to write, go on. */
    ALREADY,
    /** The record speaks of a newer version: leave it, and leave this version's work. */
    SUPERSEDED,
    /** The states do not allow it: leave the record and tell. */
    REFUSED
  }

  /** True where the record is to be written. */
  public boolean writes() {
    return action == Action.WRITE;
  }

  static Decision write(String reason) {
    return new Decision(Action.WRITE, reason);
  }

  static Decision already(String reason) {
    return new Decision(Action.ALREADY, reason);
  }

  static Decision superseded(String reason) {
    return new Decision(Action.SUPERSEDED, reason);
  }

  static Decision refused(String reason) {
    return new Decision(Action.REFUSED, reason);
  }
}
