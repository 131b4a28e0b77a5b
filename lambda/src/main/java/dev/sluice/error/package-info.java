/**
 * What handlers throw. Step Functions names an error by its exception's full class name, so these
 * names are what a person reads in a failed execution and what a Catch or Retry may match.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/java-exceptions.html">Java function
 *     exceptions</a>
 */
package dev.sluice.error;
