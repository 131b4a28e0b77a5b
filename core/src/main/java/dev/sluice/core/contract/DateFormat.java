package dev.sluice.core.contract;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A date pattern in the part of {@link java.time.format.DateTimeFormatter}'s notation that needs no
 * guess: {@code yyyy}, {@code M MM}, {@code d dd}, {@code H HH}, {@code mm}, {@code ss}, {@code
 * SSS}, {@code XXX} (offset or Z), quoted text and punctuation.
 *
 * @param parts in order
 */
public record DateFormat(List<Part> parts) {
  /** What a part of the pattern stands for. */
  public enum Field {
    YEAR,
    MONTH,
    DAY,
    HOUR,
    MINUTE,
    SECOND,
    MILLIS,
    OFFSET,
    LITERAL
  }

  /**
   * One part of the pattern.
   *
   * @param field what it is
   * @param least digits at least
   * @param most digits at most
   * @param literal the character itself, of a literal
   */
  public record Part(Field field, int least, int most, char literal) {}

  public DateFormat {
    parts = List.copyOf(parts);
  }

  /** What {@link #parse} takes for that type, for messages. */
  public static String expected(ColumnType type) {
    return type.kind() == ColumnType.Kind.DATE
        ? "a date pattern of yyyy, M or MM, d or dd, such as M/d/yyyy"
        : "a pattern of yyyy, M or MM, d or dd, H or HH, mm, ss, SSS, XXX, such as"
            + " yyyy-MM-dd HH:mm:ss";
  }

  /** Reads a pattern; empty where it has an unknown letter or lacks a part of a date. */
  public static Optional<DateFormat> parse(String pattern, ColumnType type) {
    List<Part> parts = new ArrayList<>();
    int at = 0;
    while (at < pattern.length()) {
      char c = pattern.charAt(at);
      if (c == '\'') {
        int end = pattern.indexOf('\'', at + 1);
        if (end < 0) {
          return Optional.empty();
        }
        pattern.substring(at + 1, end).chars().forEach(ch -> parts.add(literal((char) ch)));
        at = end + 1;
        continue;
      }
      int end = at;
      while (end < pattern.length() && pattern.charAt(end) == c) {
        end++;
      }
      if (Character.isLetter(c)) {
        Part part = field(c, end - at);
        if (part == null) {
          return Optional.empty();
        }
        parts.add(part);
      } else {
        pattern.substring(at, end).chars().forEach(ch -> parts.add(literal((char) ch)));
      }
      at = end;
    }
    return complete(parts, type) ? Optional.of(new DateFormat(parts)) : Optional.empty();
  }

  private static boolean complete(List<Part> parts, ColumnType type) {
    Set<Field> seen = EnumSet.noneOf(Field.class);
    for (Part part : parts) {
      if (part.field() == Field.LITERAL ? part.literal() > 127 : !seen.add(part.field())) {
        return false;
      }
    }
    boolean date = seen.containsAll(EnumSet.of(Field.YEAR, Field.MONTH, Field.DAY));
    boolean time = !seen.isEmpty() && seen.contains(Field.HOUR);
    seen.removeAll(EnumSet.of(Field.YEAR, Field.MONTH, Field.DAY));
    return date
        && (type.kind() == ColumnType.Kind.DATE ? seen.isEmpty() || onlyLiteral(seen) : time);
  }

  private static boolean onlyLiteral(Set<Field> seen) {
    return seen.equals(EnumSet.of(Field.LITERAL));
  }

  private static Part literal(char c) {
    return new Part(Field.LITERAL, 1, 1, c);
  }

  private static Part field(char letter, int count) {
    return switch (letter + "" + count) {
      case "y4" -> new Part(Field.YEAR, 4, 4, ' ');
      case "M1" -> new Part(Field.MONTH, 1, 2, ' ');
      case "M2" -> new Part(Field.MONTH, 2, 2, ' ');
      case "d1" -> new Part(Field.DAY, 1, 2, ' ');
      case "d2" -> new Part(Field.DAY, 2, 2, ' ');
      case "H1" -> new Part(Field.HOUR, 1, 2, ' ');
      case "H2" -> new Part(Field.HOUR, 2, 2, ' ');
      case "m2" -> new Part(Field.MINUTE, 2, 2, ' ');
      case "s2" -> new Part(Field.SECOND, 2, 2, ' ');
      case "S3" -> new Part(Field.MILLIS, 3, 3, ' ');
      case "X3" -> new Part(Field.OFFSET, 1, 6, ' ');
      default -> null;
    };
  }
}
