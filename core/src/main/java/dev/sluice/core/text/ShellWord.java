package dev.sluice.core.text;

import java.util.regex.Pattern;

/** A word of a command line that a message advises. */
public final class ShellWord {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

  private ShellWord() {}

  /** The text as a POSIX shell takes it for one word; in quotes only where it needs them. */
  public static String of(String text) {
    return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
