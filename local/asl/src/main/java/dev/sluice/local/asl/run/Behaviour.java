package dev.sluice.local.asl.run;

/** What a state of one type does. Has no state of its own. */
@FunctionalInterface
interface Behaviour {
  /** Starts an attempt, and ends it now or later. */
  void run(Attempt attempt);
}
