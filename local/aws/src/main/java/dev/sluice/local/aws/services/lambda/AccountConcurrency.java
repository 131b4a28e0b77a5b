package dev.sluice.local.aws.services.lambda;

import java.util.Collection;

/**
 * How many invocations of all functions may run at a time: a function with a reserved concurrency
 * has that to itself and no more, the others share what is left of the account's.
 *
 * @param account the account's concurrency
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/lambda-concurrency.html">Understanding
 *     function scaling</a>
 */
record AccountConcurrency(int account) {
  /** What reservations must leave to the other functions, where the account has as much. */
  private static final int LEAST_UNRESERVED = 100;

  /** Whether the fleet, one of all, may take one invocation more. */
  boolean admits(Fleet fleet, Collection<Fleet> all) {
    Integer reserved = fleet.function().reservedConcurrency();
    if (reserved != null) {
      return fleet.inFlight() < reserved;
    }
    return inFlightUnreserved(all) < account - reserved(all);
  }

  private static int inFlightUnreserved(Collection<Fleet> all) {
    return all.stream()
        .filter(fleet -> fleet.function().reservedConcurrency() == null)
        .mapToInt(Fleet::inFlight)
        .sum();
  }

  private static int reserved(Collection<Fleet> all) {
    return all.stream()
        .map(fleet -> fleet.function().reservedConcurrency())
        .mapToInt(reserved -> reserved == null ? 0 : reserved)
        .sum();
  }

  /**
   * Checks a reservation beside those of other functions.
   *
   * @throws IllegalArgumentException as a deployment is refused by AWS, where too little is left
   * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html">
   *     Configuring reserved concurrency</a>
   */
  void requireUnreserved(FunctionConfig function, Collection<Fleet> others) {
    int least = Math.min(LEAST_UNRESERVED, account);
    Integer wanted = function.reservedConcurrency();
    if (wanted != null && wanted > 0 && account - reserved(others) - wanted < least) {
      throw new IllegalArgumentException(
          "Specified ReservedConcurrentExecutions for function decreases account's"
              + " UnreservedConcurrentExecution below its minimum value of [%d]; it is %d of %d"
                  .formatted(least, wanted, account));
    }
  }
}
