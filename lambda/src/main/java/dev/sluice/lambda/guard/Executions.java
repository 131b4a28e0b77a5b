package dev.sluice.lambda.guard;

import java.time.Instant;
import java.util.stream.Stream;

/** The executions of a state machine. */
public interface Executions {

  /** Those that are running, in any order. */
  Stream<Running> running();

  /** One execution, running or not. */
  Running describe(String arn);

  /** An execution and when it first started; a redrive does not change that. */
  record Running(String arn, Instant startedAt) {}
}
