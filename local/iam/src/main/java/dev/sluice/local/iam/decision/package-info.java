/** Whether a request is allowed, by which statements, and the words of a refusal. */
package dev.sluice.local.iam.decision;
