package dev.sluice.local.asl.definition;

import dev.sluice.local.asl.jsonata.Template;

/**
 * Waits for a number of seconds or until a time; one of both is null.
 *
 * @param seconds a whole number, 0 to 99999999
 * @param timestamp a time in ISO 8601
 */
public record WaitState(String name, Exit exit, Template seconds, Template timestamp)
    implements State {
  @Override
  public String type() {
    return "Wait";
  }
}
