/** SQS: standard queues, kept on disk. */
package dev.sluice.local.services.sqs;
