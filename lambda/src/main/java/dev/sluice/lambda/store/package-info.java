/** Objects in S3, as handlers use them. */
package dev.sluice.lambda.store;
