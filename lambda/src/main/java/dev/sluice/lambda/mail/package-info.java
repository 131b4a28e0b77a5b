/** Mails to the people who watch the pipeline. */
package dev.sluice.lambda.mail;
