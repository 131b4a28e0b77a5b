package dev.sluice.local.asl.definition;

import dev.sluice.local.asl.jsonata.Template;

/**
 * What happens when a state, a Choice rule or a Catch is left.
 *
 * @param output the state's Output, or null to pass the default on
 * @param assign the variables to set, or null
 * @param next the next state, or null where the block ends
 */
public record Exit(Template output, Template assign, String next) {
  public static final Exit END = new Exit(null, null, null);
}
