/**
 * AWS Lambda: each function runs in JVMs of its own behind the documented Runtime API, with its own
 * environment, timeout and memory.
 */
package dev.sluice.local.aws.services.lambda;
