package dev.sluice.local.asl.history;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The history of an EXPRESS child, of which nothing is kept. */
public final class SilentHistory implements History {
  private long last;

  @Override
  public long add(
      String flow, long previous, String type, ObjectNode details, ObjectNode internal) {
    return ++last;
  }

  @Override
  public void note(String flow, ObjectNode internal) {}

  /** AWS sets no limit to the events of an EXPRESS execution. */
  @Override
  public boolean full() {
    return false;
  }

  @Override
  public long last() {
    return last;
  }
}
