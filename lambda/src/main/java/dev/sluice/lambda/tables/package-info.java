/** The list of tables to export, checked before a job is spent on it. */
package dev.sluice.lambda.tables;
