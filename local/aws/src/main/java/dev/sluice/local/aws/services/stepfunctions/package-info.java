/** Step Functions: the states language engine behind its API. */
package dev.sluice.local.aws.services.stepfunctions;
