/** Lists of files in the work bucket, by which steps speak with each other. */
package dev.sluice.lambda.manifest;
