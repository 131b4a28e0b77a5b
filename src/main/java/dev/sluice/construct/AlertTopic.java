package dev.sluice.construct;

import dev.sluice.config.Settings;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;
import software.constructs.Construct;

/** An encrypted topic of mails for the people that the settings name; alarms may publish to it. */
public final class AlertTopic {
  private AlertTopic() {}

  /** The topic {@code <deployment>-<part>-alerts}. */
  public static Topic create(Construct scope, String part, Settings settings, IKey key) {
    Topic topic =
        Topic.Builder.create(scope, "Alerts")
            .topicName(settings.deployment().named(part) + "-alerts")
            .displayName("Sluice")
            .masterKey(key)
            .enforceSsl(true)
            .build();
    // A policy of the topic's own (TLS only) takes the place of the one that lets alarms publish.
    topic.addToResourcePolicy(
        PolicyStatement.Builder.create()
            .sid("AlarmsPublish")
            .principals(List.of(new ServicePrincipal("cloudwatch.amazonaws.com")))
            .actions(List.of("sns:Publish"))
            .resources(List.of(topic.getTopicArn()))
            .conditions(
                Map.of("StringEquals", Map.of("aws:SourceAccount", Stack.of(scope).getAccount())))
            .build());
    settings.alertEmails().forEach(mail -> topic.addSubscription(new EmailSubscription(mail)));
    return topic;
  }
}
