package dev.sluice.lambda.audit;

import dev.sluice.core.audit.FileState;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What became of each file. Every change is one conditional write that names the version it speaks
 * of, so that events which come twice, late or out of order change nothing. Reads are strongly
 * consistent; lists show every change that was announced before. Thread-safe.
 */
public interface AuditTable {

  /** How many transitions a record's history keeps. */
  int HISTORY = 50;

  /** What the table says of that object. */
  Optional<AuditRecord> find(String dataset, String object);

  /**
   * Says of which files the state is about to change, once for many: lists by state show the change
   * from then on.
   *
   * @param objects of the dataset, as {@link FileVersion#object()} names them
   */
  void announce(String dataset, Collection<String> objects);

  /**
   * Records that a version arrived: its state is NEW, and what was known of an earlier version goes
   * to the history. Changes nothing where the record speaks of this version already, or of one with
   * the same or a greater sequencer.
   */
  Change register(FileVersion file, Instant receivedAt);

  /**
   * Changes the state of a version, where the record speaks of it in the transition's old state.
   */
  Change apply(Transition transition);

  /**
   * Notes that the raw zone holds a version that was replaced while it was validated, unless it
   * holds a newer one. No state changes.
   *
   * @param rawUri of the copy
   */
  void noteRaw(FileVersion file, String rawUri);

  /** Notes that the mail about an invalid or unknown version went out. No state changes. */
  void markMailed(FileVersion file, Instant at);

  /** Any file of that dataset in that state. */
  Optional<AuditRecord> firstIn(String dataset, FileState state);

  /** All files of that dataset in that state, each once, about in the order of their arrival. */
  void forEachIn(String dataset, FileState state, Consumer<AuditRecord> action);

  /**
   * The outcome of a write.
   *
   * @param made whether the record was changed
   * @param now the record after the write; empty where there is none
   */
  record Change(boolean made, Optional<AuditRecord> now) {}
}
