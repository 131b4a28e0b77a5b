package dev.sluice.local.asl.definition;

import java.util.List;

/** One Catch clause. */
public record Catcher(List<String> errors, Exit exit) {
  public Catcher {
    errors = List.copyOf(errors);
  }
}
