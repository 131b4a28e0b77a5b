/** JSON in and out of handlers, over the AWS SDK's own parser. */
package dev.sluice.lambda.json;
