/** Mails of failed executions: what failed, why, and what to do. */
package dev.sluice.lambda.notify;
