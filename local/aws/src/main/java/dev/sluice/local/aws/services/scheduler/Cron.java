package dev.sluice.local.aws.services.scheduler;

import com.cronutils.model.definition.CronConstraintsFactory;
import com.cronutils.model.definition.CronDefinition;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.ZonedDateTime;

/** AWS's six-field cron: minutes, hours, day of month, month, day of week (1 is Sunday), year. */
final class Cron implements ScheduleExpression {
  private static final CronDefinition FIELDS =
      CronDefinitionBuilder.defineCron()
          .withMinutes()
          .withValidRange(0, 59)
          .withStrictRange()
          .and()
          .withHours()
          .withValidRange(0, 23)
          .withStrictRange()
          .and()
          .withDayOfMonth()
          .withValidRange(1, 31)
          .supportsL()
          .supportsW()
          .supportsLW()
          .supportsQuestionMark()
          .withStrictRange()
          .and()
          .withMonth()
          .withValidRange(1, 12)
          .withStrictRange()
          .and()
          .withDayOfWeek()
          .withValidRange(1, 7)
          .withMondayDoWValue(2)
          .supportsL()
          .supportsHash()
          .supportsQuestionMark()
          .withStrictRange()
          .and()
          .withYear()
          .withValidRange(1970, 2199)
          .withStrictRange()
          .and()
          .withCronValidation(CronConstraintsFactory.ensureEitherDayOfWeekOrDayOfMonth())
          .instance();

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
    return new Cron(ExecutionTime.forCron(new CronParser(FIELDS).parse(fields)));
  }

  @Override
  public ZonedDateTime next(ZonedDateTime after) {
    return times.nextExecution(after).orElse(null);
  }
}
