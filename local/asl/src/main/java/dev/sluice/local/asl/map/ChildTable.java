package dev.sluice.local.asl.map;

import dev.sluice.local.asl.run.Status;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;

/**
 * Where each child stands, in a few numbers a child: what is long lies on disk. Not safe for use by
 * several threads.
 */
final class ChildTable {
  private static final Status[] STATUSES = Status.values();

  private final String mapRun;
  private final int[] items;
  private final byte[] status;
  private final long[] started;
  private final long[] stopped;
  private final long[] endOffset;
  private final short[] redrives;
  private final long[] redriven;
  private final byte[] before;
  private final Map<Status, Integer> executionCounts = new EnumMap<>(Status.class);
  private final Map<Status, Long> itemCounts = new EnumMap<>(Status.class);
  private long total;

  /**
   * @param mapRun the map run's UUID, of which the children's names are made
   * @param items how many items each child has
   */
  ChildTable(String mapRun, int[] items) {
    this.mapRun = mapRun;
    this.items = items;
    this.status = new byte[items.length];
    this.started = new long[items.length];
    this.stopped = new long[items.length];
    this.endOffset = new long[items.length];
    this.redrives = new short[items.length];
    this.redriven = new long[items.length];
    this.before = new byte[items.length];
    Arrays.fill(status, (byte) Status.PENDING.ordinal());
    for (Status each : STATUSES) {
      executionCounts.put(each, 0);
      itemCounts.put(each, 0L);
    }
    for (int count : items) {
      total += count;
    }
    executionCounts.put(Status.PENDING, items.length);
    itemCounts.put(Status.PENDING, total);
  }

  int size() {
    return status.length;
  }

  long totalItems() {
    return total;
  }

  /** Names follow from the number, so that a redrive finds the same ones without keeping them. */
  String name(int child) {
    byte[] seed = (mapRun + ":" + child).getBytes(StandardCharsets.UTF_8);
    return UUID.nameUUIDFromBytes(seed).toString();
  }

  /** The child of that name, or -1. */
  int find(String name) {
    for (int i = 0; i < size(); i++) {
      if (name(i).equals(name)) {
        return i;
      }
    }
    return -1;
  }

  Status status(int child) {
    return STATUSES[status[child]];
  }

  void status(int child, Status to) {
    Status from = status(child);
    executionCounts.merge(from, -1, Integer::sum);
    executionCounts.merge(to, 1, Integer::sum);
    itemCounts.merge(from, (long) -items[child], Long::sum);
    itemCounts.merge(to, (long) items[child], Long::sum);
    status[child] = (byte) to.ordinal();
  }

  /** Gives every child that did not succeed another try. */
  void redrive() {
    for (int i = 0; i < size(); i++) {
      if (status(i).unsuccessful()) {
        before[i] = status[i];
        status(i, Status.PENDING_REDRIVE);
      }
    }
  }

  /** Ends the waiting of those whose turn did not come: they are what they were before. */
  void settle() {
    for (int i = 0; i < size(); i++) {
      if (status(i) == Status.PENDING_REDRIVE) {
        status(i, STATUSES[before[i]]);
      }
    }
  }

  /**
   * A child begins, or goes on in a redrive.
   *
   * @param express whether a redrive starts it anew
   */
  void begin(int child, long now, boolean express) {
    boolean again = status(child) == Status.PENDING_REDRIVE;
    if (again) {
      redrives[child]++;
    }
    if (again && !express) {
      redriven[child] = now;
    } else {
      started[child] = now;
    }
    status(child, Status.RUNNING);
  }

  boolean waits(int child) {
    return status(child) == Status.PENDING || status(child) == Status.PENDING_REDRIVE;
  }

  /** When the child was last redriven, or 0. */
  long redriven(int child) {
    return redriven[child];
  }

  void redriven(int child, long millis) {
    redriven[child] = millis;
  }

  void started(int child, long millis) {
    started[child] = millis;
  }

  long started(int child) {
    return started[child];
  }

  void ended(int child, long millis, long offset) {
    stopped[child] = millis;
    endOffset[child] = offset;
  }

  long stopped(int child) {
    return stopped[child];
  }

  /** Where the child's end lies in the journal. */
  long endOffset(int child) {
    return endOffset[child];
  }

  int redrives(int child) {
    return redrives[child];
  }

  void redrives(int child, int count) {
    redrives[child] = (short) count;
  }

  int executions(Status of) {
    return executionCounts.get(of);
  }

  long items(Status of) {
    return itemCounts.get(of);
  }

  /** Items that failed or timed out; those that were aborted are not held against a map run. */
  long failedItems() {
    return items(Status.FAILED) + items(Status.TIMED_OUT);
  }
}
