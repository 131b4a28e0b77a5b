/** Files on their way from the landing bucket to the raw zone or to the failed bucket. */
package dev.sluice.lambda.file;
