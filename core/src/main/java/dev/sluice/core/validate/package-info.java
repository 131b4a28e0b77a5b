/**
 * Checks a CSV file against its contract while it streams by.
 *
 * <p>The file is read as bytes and never becomes Strings unless something is wrong with a field:
 * delimiters, quotes and line breaks are ASCII, which no part of a longer UTF-8 sequence can be.
 * Memory does not grow with the file, with one documented exception, the unique key ({@link
 * dev.sluice.core.validate.KeySet}).
 */
package dev.sluice.core.validate;
