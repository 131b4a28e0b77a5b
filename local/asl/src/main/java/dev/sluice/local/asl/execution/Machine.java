package dev.sluice.local.asl.execution;

import dev.sluice.local.asl.definition.StateMachine;
import java.time.Instant;

/**
 * A state machine as it was created or last updated.
 *
 * @param digest names the definition on disk
 */
public record Machine(
    String arn,
    String name,
    String roleArn,
    String definition,
    String digest,
    StateMachine parsed,
    Instant created,
    Instant updated) {}
