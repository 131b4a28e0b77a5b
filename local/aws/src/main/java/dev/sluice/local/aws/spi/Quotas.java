package dev.sluice.local.aws.spi;

/**
 * What an account may have at a time.
 *
 * @param lambdaConcurrency invocations of functions that run at a time
 * @param glueConcurrency runs of Glue jobs at a time
 * @param rates whether Step Functions takes calls and starts children of maps only as fast as AWS's
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html">Lambda
 *     quotas</a>
 * @see <a href="https://docs.aws.amazon.com/general/latest/gr/glue.html">Glue endpoints and
 *     quotas</a>
 */
public record Quotas(int lambdaConcurrency, int glueConcurrency, boolean rates) {
  /** Of an account that has been in use for a while; a new one starts with less. */
  public static final Quotas DEFAULT = new Quotas(1_000, 2_000, false);

  /** Checks itself. */
  public Quotas {
    if (lambdaConcurrency < 1 || glueConcurrency < 1) {
      throw new IllegalArgumentException(
          "a quota is a whole number from 1, found lambdaConcurrency %d and glueConcurrency %d"
              .formatted(lambdaConcurrency, glueConcurrency));
    }
  }
}
