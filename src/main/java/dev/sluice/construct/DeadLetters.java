package dev.sluice.construct;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

/** A dead-letter queue and the alarm that mails as soon as something lies in it. */
public final class DeadLetters {
  private DeadLetters() {}

  /**
   * The queue.
   *
   * @param what the events that would lie in it, in words
   */
  public static Queue watched(Construct scope, Platform platform, String what) {
    Queue queue =
        Queue.Builder.create(scope, "DeadLetters")
            // The queue service's own key: EventBridge could not use ours without a grant on it.
            .encryption(QueueEncryption.SQS_MANAGED)
            .enforceSsl(true)
            .retentionPeriod(Duration.days(14))
            .build();
    Nag.accept(queue, "AwsSolutions-SQS3", "This is a dead-letter queue.");
    Alarm.Builder.create(scope, "DeadLettersAlarm")
        .alarmDescription(
            "Events about "
                + what
                + " could not be handled and wait in the dead-letter queue of "
                + platform.machineName()
                + ". Read the function's log, mend the cause, then send them again.")
        .metric(
            queue.metricApproximateNumberOfMessagesVisible(
                MetricOptions.builder().period(Duration.minutes(1)).statistic("Maximum").build()))
        .threshold(0)
        .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD)
        .evaluationPeriods(1)
        .treatMissingData(TreatMissingData.NOT_BREACHING)
        .build()
        .addAlarmAction(new SnsAction(platform.alerts()));
    return queue;
  }

  /** Mails, too, as soon as a function fails: it is retried, but somebody should know. */
  public static void alarmOnErrors(Construct scope, Platform platform, Handler handler) {
    Alarm.Builder.create(scope, "ErrorsAlarm")
        .alarmDescription(
            "The function "
                + platform.physicalName(handler.spec().name())
                + " fails; mails about failed executions are late. Read its log.")
        .metric(
            handler
                .target()
                .metricErrors(
                    MetricOptions.builder().period(Duration.minutes(5)).statistic("Sum").build()))
        .threshold(0)
        .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD)
        .evaluationPeriods(1)
        .treatMissingData(TreatMissingData.NOT_BREACHING)
        .build()
        .addAlarmAction(new SnsAction(platform.alerts()));
  }
}
