package com.fasterxml.jackson.core.io.doubleparser;

/**
 * The one class that the event pattern library takes from inside Jackson 2.16 and that later
 * versions, which S3Mock needs, have under another name.
 */
public final class JavaDoubleParser {
  private JavaDoubleParser() {}

  /**
   * Parses a number.
   *
   * @throws NumberFormatException where it is none
   */
  public static double parseDouble(CharSequence text) {
    return Double.parseDouble(text.toString());
  }
}
