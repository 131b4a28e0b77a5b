package dev.sluice.core.lifecycle;

/**
 * What the audit table says of a file, as far as its life depends on it.
 *
 * @param state it is in
 * @param version of the object that the state speaks of
 */
public record FileRecord(FileState state, ObjectVersion version) {}
