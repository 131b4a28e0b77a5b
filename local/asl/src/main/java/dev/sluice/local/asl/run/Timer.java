package dev.sluice.local.asl.run;

/** Something that will be done later, unless it is cancelled. */
@FunctionalInterface
public interface Timer {
  /** One that never comes. */
  Timer NEVER = () -> {};

  /** Takes the timer back; without effect where it has run. */
  void cancel();
}
