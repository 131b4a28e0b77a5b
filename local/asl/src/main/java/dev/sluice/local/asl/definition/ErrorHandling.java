package dev.sluice.local.asl.definition;

import java.util.List;

/** Retry and Catch, in the order in which they are tried. */
public record ErrorHandling(List<Retrier> retriers, List<Catcher> catchers) {
  public static final ErrorHandling NONE = new ErrorHandling(List.of(), List.of());

  public ErrorHandling {
    retriers = List.copyOf(retriers);
    catchers = List.copyOf(catchers);
  }
}
