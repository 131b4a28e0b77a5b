package dev.sluice.local.aws.access;

import java.util.List;

/**
 * What the operations of a service need.
 *
 * @param <I> an operation's input
 * @see <a href="https://docs.aws.amazon.com/service-authorization/latest/reference/">actions and
 *     resources by service</a>
 */
@FunctionalInterface
public interface AccessRules<I> {
  /**
   * All of which must be allowed.
   *
   * @param operation the API's name of it
   * @return empty for what every known caller may do
   */
  List<Access> of(String operation, I input);
}
