package dev.sluice.local.asl.map;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Iterator;

/** The items of several objects, one object after the other. */
final class ConcatSource implements ItemSource {
  private final Iterator<Opener> openers;
  private ItemSource current;

  /** Opens the items of one object. */
  @FunctionalInterface
  interface Opener {
    ItemSource open() throws IOException;
  }

  ConcatSource(Iterator<Opener> openers) {
    this.openers = openers;
  }

  @Override
  public JsonNode next() throws IOException {
    while (current != null || openers.hasNext()) {
      if (current == null) {
        current = openers.next().open();
      }
      JsonNode item = current.next();
      if (item != null) {
        return item;
      }
      close();
    }
    return null;
  }

  @Override
  public void close() throws IOException {
    if (current != null) {
      ItemSource done = current;
      current = null;
      done.close();
    }
  }
}
