package dev.sluice.local.asl.definition;

import dev.sluice.local.asl.jsonata.Template;

/**
 * Ends its block with an error.
 *
 * @param error the error's name, or null
 * @param cause the cause, or null
 */
public record FailState(String name, Template error, Template cause) implements State {
  @Override
  public String type() {
    return "Fail";
  }

  @Override
  public Exit exit() {
    return Exit.END;
  }
}
