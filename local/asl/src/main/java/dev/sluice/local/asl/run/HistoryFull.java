package dev.sluice.local.asl.run;

/**
 * There is room for one more event only: the one that ends the execution.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html#service-limits-state-machine-executions">AWS,
 *     Quotas related to state machine executions</a>
 */
final class HistoryFull extends RuntimeException {
  HistoryFull() {
    super("The execution reached the maximum number of history events (25000).");
  }
}
