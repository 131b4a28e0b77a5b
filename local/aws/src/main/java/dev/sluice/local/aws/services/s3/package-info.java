/** S3: S3Mock in this process, and the events that it does not send. */
package dev.sluice.local.aws.services.s3;
