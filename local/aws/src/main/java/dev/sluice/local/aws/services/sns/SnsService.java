package dev.sluice.local.aws.services.sns;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.aws.account.LocalAws;
import dev.sluice.local.aws.endpoint.QueryService;
import dev.sluice.local.aws.endpoint.ServiceError;
import dev.sluice.local.aws.spi.LocalContext;
import dev.sluice.local.aws.spi.LocalService;
import dev.sluice.local.aws.template.ResourceHandler;
import dev.sluice.local.base.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Topics. A message becomes a mail for each subscriber; without subscribers one to the topic
 * itself, so that whoever forgot to subscribe still sees it.
 */
public final class SnsService implements LocalService {
  private static final String DOMAIN = "sluice.local";

  private final Topics topics;
  private final Mailbox mailbox;

  /** Keeps topics in {@code sns} and mails in {@code mail} of the state directory. */
  public SnsService(LocalContext context) {
    topics = new Topics(context.directory("sns").resolve("topics.json"));
    mailbox = new Mailbox(context.directory("mail"), context.clock());
  }

  @Override
  public String name() {
    return "sns";
  }

  @Override
  public List<ResourceHandler> resourceHandlers() {
    return List.of(new TopicHandler(topics), new SubscriptionHandler(topics));
  }

  /**
   * Publishes and gives the message's id.
   *
   * @param subject null for none
   */
  public String publish(String topicArn, String subject, String message) {
    String name = LocalAws.nameOf(topicArn);
    String heading = subject == null ? "AWS Notification Message" : subject;
    List<Topics.Subscription> subscriptions = topics.subscriptions(topicArn);
    try {
      for (Topics.Subscription subscription : subscriptions) {
        mailbox.deliver("no-reply@" + DOMAIN, subscription.endpoint(), heading, message);
      }
      if (subscriptions.isEmpty()) {
        mailbox.deliver("no-reply@" + DOMAIN, name + "@" + DOMAIN, heading, message);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write a mail", e);
    }
    return UUID.randomUUID().toString();
  }

  @Override
  public List<QueryService> queryServices() {
    return List.of(
        new QueryService(
                "SNS",
                "http://sns.amazonaws.com/doc/2010-03-31/",
                "AuthorizationError",
                new SnsAccess())
            .operation("Publish", this::publish)
            .operation(
                "CreateTopic",
                form -> Json.object().put("TopicArn", topics.create(form.get("Name"), null)))
            .operation("ListTopics", this::list)
            .operation("GetTopicAttributes", this::attributes)
            .operation("Subscribe", this::subscribe)
            .operation("ListSubscriptions", this::subscriptions)
            .operation("ListSubscriptionsByTopic", this::subscriptions));
  }

  private ObjectNode publish(Map<String, String> form) {
    String topic = form.getOrDefault("TopicArn", form.get("TargetArn"));
    if (topic == null) {
      throw new ServiceError(
          "InvalidParameter", "TopicArn is missing; phones have no mailbox here");
    }
    String message = form.getOrDefault("Message", "");
    if (message.isEmpty()) {
      throw new ServiceError("InvalidParameter", "Invalid parameter: Empty message");
    }
    if ("json".equals(form.get("MessageStructure"))) {
      JsonNode byProtocol = Json.parse(message);
      message = byProtocol.path("email").asText(byProtocol.path("default").asText());
    }
    return Json.object().put("MessageId", publish(topic, form.get("Subject"), message));
  }

  private ObjectNode list(Map<String, String> form) {
    ObjectNode result = Json.object();
    ArrayNode listed = result.putArray("Topics");
    topics.arns().forEach(arn -> listed.addObject().put("TopicArn", arn));
    return result;
  }

  private ObjectNode attributes(Map<String, String> form) {
    String arn = form.get("TopicArn");
    int subscribers = topics.subscriptions(arn).size();
    ObjectNode result = Json.object();
    ArrayNode entries = result.putObject("Attributes").putArray("entry");
    entry(entries, "TopicArn", arn);
    entry(entries, "DisplayName", topics.displayName(arn));
    entry(entries, "Owner", LocalAws.ACCOUNT);
    entry(entries, "SubscriptionsConfirmed", Integer.toString(subscribers));
    entry(entries, "SubscriptionsPending", "0");
    return result;
  }

  private static void entry(ArrayNode entries, String key, String value) {
    entries.addObject().put("key", key).put("value", value);
  }

  private ObjectNode subscribe(Map<String, String> form) {
    String arn = topics.subscribe(form.get("TopicArn"), form.get("Protocol"), form.get("Endpoint"));
    return Json.object().put("SubscriptionArn", arn);
  }

  private ObjectNode subscriptions(Map<String, String> form) {
    ObjectNode result = Json.object();
    ArrayNode listed = result.putArray("Subscriptions");
    String only = form.get("TopicArn");
    for (String topic : only == null ? topics.arns() : List.of(only)) {
      for (Topics.Subscription subscription : topics.subscriptions(topic)) {
        listed
            .addObject()
            .put("SubscriptionArn", subscription.arn())
            .put("Owner", LocalAws.ACCOUNT)
            .put("Protocol", subscription.protocol())
            .put("Endpoint", subscription.endpoint())
            .put("TopicArn", topic);
      }
    }
    return result;
  }
}
