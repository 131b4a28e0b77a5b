package dev.sluice.local.aws.services.sqs;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.aws.account.LocalAws;
import dev.sluice.local.aws.endpoint.JsonService;
import dev.sluice.local.aws.endpoint.ServiceError;
import dev.sluice.local.aws.spi.LocalContext;
import dev.sluice.local.aws.spi.LocalService;
import dev.sluice.local.aws.template.Deployed;
import dev.sluice.local.aws.template.Resource;
import dev.sluice.local.aws.template.ResourceHandler;
import dev.sluice.local.base.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** Standard queues, for dead letters above all. */
public final class SqsService implements LocalService {
  private static final int MAX_NAME = 80;

  private final Path directory;
  private final LocalContext context;
  private final Map<String, Queue> queues = new ConcurrentSkipListMap<>();

  /** Keeps messages in the directory. */
  public SqsService(Path directory, LocalContext context) {
    this.directory = directory;
    this.context = context;
  }

  @Override
  public String name() {
    return "sqs";
  }

  /** Sends to a queue of that ARN. */
  public void send(String arn, String body) {
    queue(arn).send(body);
  }

  private Queue queue(String urlOrArn) {
    Queue queue = queues.get(LocalAws.nameOf(urlOrArn));
    if (queue == null) {
      throw new ServiceError(
          "AWS.SimpleQueueService.NonExistentQueue", "there is no queue " + urlOrArn);
    }
    return queue;
  }

  private String url(Queue queue) {
    return context.endpoint("sqs") + "/" + LocalAws.ACCOUNT + "/" + queue.name();
  }

  private Queue create(String name) {
    return queues.computeIfAbsent(
        name,
        any -> {
          try {
            return new Queue(name, directory, context.clock());
          } catch (IOException e) {
            throw new UncheckedIOException("cannot open queue " + name, e);
          }
        });
  }

  @Override
  public List<ResourceHandler> resourceHandlers() {
    return List.of(
        new ResourceHandler() {
          @Override
          public String type() {
            return "AWS::SQS::Queue";
          }

          @Override
          public Deployed deploy(Resource resource) {
            Queue queue = create(resource.physicalName("QueueName", MAX_NAME));
            queue.visibility(Integer.parseInt(resource.text("VisibilityTimeout", "30")));
            return Deployed.ref(url(queue))
                .with("Arn", queue.arn())
                .with("QueueName", queue.name())
                .with("QueueUrl", url(queue));
          }
        });
  }

  @Override
  public List<JsonService> jsonServices() {
    return List.of(
        new JsonService("SQS", "AmazonSQS", "1.0", new SqsAccess())
            .denied("AccessDenied", 403)
            .operation("SendMessage", this::send)
            .operation("ReceiveMessage", this::receive)
            .operation("DeleteMessage", this::delete)
            .operation("ChangeMessageVisibility", this::changeVisibility)
            .operation("GetQueueAttributes", this::attributes)
            .operation("GetQueueUrl", this::queueUrl)
            .operation("ListQueues", this::list)
            .operation("PurgeQueue", this::purge));
  }

  private ObjectNode send(ObjectNode input) {
    String body = input.path("MessageBody").asText();
    String id = queue(input.path("QueueUrl").asText()).send(body);
    return Json.object().put("MessageId", id).put("MD5OfMessageBody", Messages.md5(body));
  }

  private ObjectNode receive(ObjectNode input) throws InterruptedException {
    Queue queue = queue(input.path("QueueUrl").asText());
    List<Queue.Received> taken =
        queue.receive(
            input.path("MaxNumberOfMessages").asInt(1),
            input.path("WaitTimeSeconds").asInt(0),
            input.path("VisibilityTimeout").asInt(queue.visibility()));
    ObjectNode output = Json.object();
    if (!taken.isEmpty()) {
      ArrayNode messages = output.putArray("Messages");
      taken.forEach(message -> messages.add(Messages.describe(message)));
    }
    return output;
  }

  private ObjectNode delete(ObjectNode input) {
    queue(input.path("QueueUrl").asText()).delete(input.path("ReceiptHandle").asText());
    return null;
  }

  private ObjectNode changeVisibility(ObjectNode input) {
    queue(input.path("QueueUrl").asText())
        .changeVisibility(
            input.path("ReceiptHandle").asText(), input.path("VisibilityTimeout").asInt());
    return null;
  }

  private ObjectNode attributes(ObjectNode input) {
    Queue queue = queue(input.path("QueueUrl").asText());
    ObjectNode output = Json.object();
    output
        .putObject("Attributes")
        .put("QueueArn", queue.arn())
        .put("ApproximateNumberOfMessages", Integer.toString(queue.visible()))
        .put("ApproximateNumberOfMessagesNotVisible", Integer.toString(queue.inFlight()))
        .put("VisibilityTimeout", Integer.toString(queue.visibility()));
    return output;
  }

  private ObjectNode queueUrl(ObjectNode input) {
    return Json.object().put("QueueUrl", url(queue(input.path("QueueName").asText())));
  }

  private ObjectNode list(ObjectNode input) {
    ObjectNode output = Json.object();
    ArrayNode urls = output.putArray("QueueUrls");
    String prefix = input.path("QueueNamePrefix").asText("");
    for (Queue queue : queues.values()) {
      if (queue.name().startsWith(prefix)) {
        urls.add(url(queue));
      }
    }
    return output;
  }

  private ObjectNode purge(ObjectNode input) {
    queue(input.path("QueueUrl").asText()).purge();
    return null;
  }

  @Override
  public void close() {
    for (Queue queue : queues.values()) {
      try {
        queue.close();
      } catch (IOException e) {
        throw new UncheckedIOException("queue " + queue.name() + " did not close", e);
      }
    }
  }
}
