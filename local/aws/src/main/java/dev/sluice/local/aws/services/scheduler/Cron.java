package dev.sluice.local.aws.services.scheduler;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.ZonedDateTime;

/** AWS's six-field cron: minutes, hours, day of month, month, day of week (1 is Sunday), year. */
final class Cron implements ScheduleExpression {
  private static final int FIELDS = 6;

  private final ExecutionTime times;

  private Cron(ExecutionTime times) {
    this.times = times;
  }

  /**
   * Reads the six fields.
   *
   * @throws IllegalArgumentException saying what is wrong
   */
  static Cron parse(String fields) {
    if (fields.strip().split("\\s+").length != FIELDS) {
      throw new IllegalArgumentException(
          "cron takes six fields (minutes hours day-of-month month day-of-week year), found "
              + fields);
    }
    // Quartz has the same language with seconds before it.
    CronParser parser =
        new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.QUARTZ));
    return new Cron(ExecutionTime.forCron(parser.parse("0 " + fields)));
  }

  @Override
  public ZonedDateTime next(ZonedDateTime after) {
    return times.nextExecution(after).orElse(null);
  }
}
