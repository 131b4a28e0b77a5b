package dev.sluice.local.lambda;

/**
 * One event to handle.
 *
 * @param deadlineMillis epoch milliseconds at which the function's timeout strikes
 */
record Invocation(String requestId, long deadlineMillis, String functionArn, byte[] payload) {}
