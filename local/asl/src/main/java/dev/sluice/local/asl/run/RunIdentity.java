package dev.sluice.local.asl.run;

import java.time.Instant;

/**
 * Who an execution is.
 *
 * @param startTime when it was first started
 * @param redriveTime when it was last redriven, or null
 */
public record RunIdentity(
    String arn,
    String name,
    String machineArn,
    String machineName,
    String roleArn,
    Instant startTime,
    int redriveCount,
    Instant redriveTime) {}
