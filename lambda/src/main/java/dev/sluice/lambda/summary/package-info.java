/** What became of a distributed map's items. */
package dev.sluice.lambda.summary;
