package dev.sluice.lambda.file;

import dev.sluice.core.audit.FileState;
import dev.sluice.lambda.file.Landing.Moment;
import java.util.ArrayList;
import java.util.List;

/**
 * What must become of a key, in a page: the newest version that was registered counts, is judged
 * while the key shows it, and the raw zone holds the newest version that was found good.
 */
final class FileModel {
  static final int NONE = -1;

  private final List<Boolean> good = new ArrayList<>();

  /** The upload that the key shows. */
  private int shown = NONE;

  /** The upload of which the record speaks. */
  int registered = NONE;

  FileState state;

  /** The upload in the raw zone. */
  int raw = NONE;

  void upload(boolean isGood) {
    good.add(isGood);
    shown = good.size() - 1;
  }

  void delete() {
    shown = NONE;
  }

  void deliver(int upload) {
    if (upload > registered) {
      registered = upload;
      state = FileState.NEW;
    }
  }

  void validate(Moment moment, Runnable meanwhile) {
    if (state != FileState.NEW) {
      meanwhile.run();
      return;
    }
    int listed = registered;
    if (moment == Moment.LISTED) {
      meanwhile.run();
      judge(listed);
    } else if (shown != listed) {
      // Nothing is read, nor copied: the other thing comes after.
      judge(listed);
      meanwhile.run();
    } else if (moment == Moment.OPENED) {
      meanwhile.run();
      settle(listed);
    } else {
      meanwhile.run();
      if (good.get(listed)) {
        raw = Math.max(raw, listed);
      }
      settle(listed);
    }
  }

  private void judge(int listed) {
    if (shown == listed) {
      settle(listed);
    } else if (shown == NONE && registered == listed) {
      state = FileState.INVALID;
    }
  }

  private void settle(int listed) {
    if (registered != listed) {
      return;
    }
    state = good.get(listed) ? FileState.VALID : FileState.INVALID;
    if (good.get(listed)) {
      raw = listed;
    }
  }

  void ingest() {
    if (state == FileState.VALID) {
      state = FileState.INGESTED;
    }
  }

  boolean isGood(int upload) {
    return good.get(upload);
  }

  int newest() {
    return good.size() - 1;
  }
}
