/**
 * Function URLs: an HTTP server a URL, whose requests become events of payload format 2.0.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html">Invoking Lambda
 *     function URLs</a>
 */
package dev.sluice.local.aws.services.lambda.url;
