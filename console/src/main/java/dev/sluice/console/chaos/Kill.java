package dev.sluice.console.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * One kill that is planned.
 *
 * @param victim what is killed
 * @param deploying in the first deployment; else while the execution runs
 * @param moment when, as a part of the time that the undisturbed one took for that, 0 to 1
 */
record Kill(Victim victim, boolean deploying, double moment) {
  private static final int MOST = 3;

  /** So that a run that is a little faster than the undisturbed one is not over before. */
  private static final double LATEST = 0.8;

  /**
   * The kills of a seed: at least one; each in the deployment comes before those in the run.
   *
   * @param victims what a run consists of
   */
  static List<Kill> of(long seed, List<Victim> victims) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Kill> kills = new ArrayList<>();
    if (random.nextInt(3) == 0) {
      boolean database = victims.contains(Victim.POSTGRES) && random.nextInt(4) == 0;
      Victim victim = database ? Victim.POSTGRES : Victim.RUNTIME;
      kills.add(new Kill(victim, true, LATEST * random.nextDouble()));
    }
    int inTheRun = (kills.isEmpty() ? 1 : 0) + random.nextInt(MOST);
    for (int i = 0; i < inTheRun; i++) {
      Victim victim = victims.get(random.nextInt(victims.size()));
      kills.add(new Kill(victim, false, LATEST * random.nextDouble()));
    }
    return kills;
  }

  @Override
  public String toString() {
    return victim + (deploying ? " in the deployment" : "");
  }
}
