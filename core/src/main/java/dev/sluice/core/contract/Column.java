package dev.sluice.core.contract;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One column of a dataset.
 *
 * @param name as the file's header has it, to the space
 * @param lakeName as tables in the lake have it, snake_case
 * @param type of its values
 * @param format date pattern such as {@code M/d/yyyy}, present for date and timestamp only
 * @param nullable whether a field may be empty; an empty field is null
 * @param min least allowed value as text: a number, or an ISO date for a date column
 * @param max most allowed value as text
 * @param pattern regular expression that a string matches as a whole
 * @param values the allowed values; empty where any is allowed
 * @param pii what happens to the value on its way to the curated zone; empty where it is no secret
 */
public record Column(
    String name,
    String lakeName,
    ColumnType type,
    Optional<String> format,
    boolean nullable,
    Optional<String> min,
    Optional<String> max,
    Optional<String> pattern,
    List<String> values,
    Optional<PiiRule> pii) {

  public Column {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(lakeName, "lakeName");
    values = List.copyOf(values);
    if (type.isTemporal() != format.isPresent()) {
      throw new IllegalArgumentException(
          "column %s is a %s with format %s; date and timestamp have one, others none"
              .formatted(name, type, format.orElse("none")));
    }
  }
}
