/** SQS: standard queues, kept on disk. */
package dev.sluice.local.aws.services.sqs;
