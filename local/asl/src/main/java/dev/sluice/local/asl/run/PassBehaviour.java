package dev.sluice.local.asl.run;

/** Pass and Succeed: the exit does all the work. */
final class PassBehaviour implements Behaviour {
  @Override
  public void run(Attempt attempt) {
    attempt.pass(attempt.visit().state().exit());
  }
}
