package dev.sluice.local.asl.map;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Closeable;
import java.io.IOException;

/** Items, one after the other. */
interface ItemSource extends Closeable {
  /**
   * @return the next item, or null behind the last one
   * @throws IOException where the source cannot be read, or does not hold what it should
   */
  JsonNode next() throws IOException;

  /** True where every item is a member of an object, as its Key and Value. */
  default boolean pairs() {
    return false;
  }

  @Override
  default void close() throws IOException {}
}
