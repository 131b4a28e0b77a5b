package dev.sluice.glue.input;

/**
 * Something that a SQL file reads.
 *
 * @param view its name in the SQL; for files that are named directly, their location
 * @param location where its files lie
 * @param format of the files, as in arguments
 * @param madeBy the step that makes it, for messages
 * @param files how many there are
 */
public record Input(String view, String location, String format, String madeBy, int files) {}
