package dev.sluice.local.asl.definition;

import dev.sluice.local.asl.jsonata.Template;

/**
 * Runs its processor once for each item.
 *
 * @param items an array, or null for the state's input
 * @param itemSelector each iteration's input, or null for the item
 * @param maxConcurrency a whole number, or null for the default
 * @param distributed what a distributed map has beyond that, or null for an inline one
 */
public record MapState(
    String name,
    Exit exit,
    ErrorHandling errors,
    Block processor,
    Template items,
    Template itemSelector,
    Template maxConcurrency,
    Distributed distributed)
    implements State {
  @Override
  public String type() {
    return "Map";
  }
}
