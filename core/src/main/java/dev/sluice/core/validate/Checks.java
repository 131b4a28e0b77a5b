package dev.sluice.core.validate;

import dev.sluice.core.contract.Column;
import dev.sluice.core.contract.ColumnType;
import dev.sluice.core.contract.DateFormat;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;

/** Makes the check that a column of a contract asks for. */
final class Checks {
  private Checks() {}

  /** The check; null where any text will do. */
  static FieldCheck of(Column column) {
    FieldCheck type = ofType(column);
    FieldCheck check =
        column.values().isEmpty() ? type : both(type, new ValuesCheck(column.values()));
    return column.pattern().map(p -> both(check, new PatternCheck(p))).orElse(check);
  }

  private static FieldCheck both(FieldCheck first, FieldCheck second) {
    return first == null ? second : new BothChecks(first, second);
  }

  private static FieldCheck ofType(Column column) {
    Optional<BigDecimal> min =
        column.type().isNumeric() ? column.min().map(BigDecimal::new) : Optional.empty();
    Optional<BigDecimal> max =
        column.type().isNumeric() ? column.max().map(BigDecimal::new) : Optional.empty();
    return switch (column.type().kind()) {
      case STRING -> null;
      case INTEGER -> whole(column.type(), Integer.MIN_VALUE, Integer.MAX_VALUE, min, max);
      case LONG -> whole(column.type(), Long.MIN_VALUE, Long.MAX_VALUE, min, max);
      case DECIMAL -> new DecimalCheck(column.type().precision(), column.type().scale(), min, max);
      case DOUBLE -> new DoubleCheck(min, max);
      case BOOLEAN -> new BooleanCheck();
      case DATE, TIMESTAMP -> temporal(column);
    };
  }

  private static FieldCheck whole(
      ColumnType type,
      long typeMin,
      long typeMax,
      Optional<BigDecimal> min,
      Optional<BigDecimal> max) {
    long least = typeMin;
    long most = typeMax;
    if (min.isPresent()) {
      least = Math.max(typeMin, clamp(min.get().setScale(0, RoundingMode.CEILING)));
    }
    if (max.isPresent()) {
      most = Math.min(typeMax, clamp(max.get().setScale(0, RoundingMode.FLOOR)));
    }
    return new WholeNumberCheck(type.text(), typeMin, typeMax, least, most);
  }

  private static long clamp(BigDecimal bound) {
    return bound
        .max(BigDecimal.valueOf(Long.MIN_VALUE))
        .min(BigDecimal.valueOf(Long.MAX_VALUE))
        .longValueExact();
  }

  private static FieldCheck temporal(Column column) {
    String pattern = column.format().orElseThrow();
    DateFormat format =
        DateFormat.parse(pattern, column.type())
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "column %s: format '%s', expected %s"
                            .formatted(
                                column.name(), pattern, DateFormat.expected(column.type()))));
    boolean date = column.type().kind() == ColumnType.Kind.DATE;
    Optional<LocalDate> min = date ? column.min().map(LocalDate::parse) : Optional.empty();
    Optional<LocalDate> max = date ? column.max().map(LocalDate::parse) : Optional.empty();
    return new TemporalCheck(pattern, format, min, max);
  }
}
