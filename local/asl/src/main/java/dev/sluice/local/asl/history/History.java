package dev.sluice.local.asl.history;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Records what happens in one execution. Called by one thread at a time. */
public interface History {
  /** AWS's limit of events an execution. */
  int LIMIT = 25_000;

  /**
   * Records an event.
   *
   * @param flow which thread of control it belongs to: "" for the execution itself
   * @param previous the id of the event that led to this one
   * @param type for example {@code TaskScheduled}
   * @param details the event's details, or null
   * @param internal what redrive needs beyond the event, or null
   * @return the event's id
   */
  long add(String flow, long previous, String type, ObjectNode details, ObjectNode internal);

  /** Notes something for redrive that is no event. */
  void note(String flow, ObjectNode internal);

  /** True where there is room for no more than the event that ends the execution. */
  boolean full();

  /** The last event's id. */
  long last();
}
