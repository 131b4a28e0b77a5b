package dev.sluice.local.asl.activity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.asl.api.Arns;
import dev.sluice.local.asl.api.AslException;
import dev.sluice.local.asl.api.Names;
import dev.sluice.local.asl.api.Page;
import dev.sluice.local.base.json.Json;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The activities there are, with the tasks that wait for workers. Safe for use by several threads.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/concepts-activities.html">AWS,
 *     Activities</a>
 */
public final class Activities {
  private final String prefix;
  private final Clock clock;
  private final Duration poll;
  private final Map<String, Activity> byArn = new ConcurrentSkipListMap<>();

  private record Activity(
      String arn, String name, Instant created, BlockingQueue<ActivityTask> waiting) {
    ObjectNode toJson() {
      return Json.object()
          .put("activityArn", arn)
          .put("name", name)
          .put("creationDate", Json.seconds(created));
    }
  }

  /**
   * @param poll how long a worker's call waits for a task
   */
  public Activities(String region, String account, Clock clock, Duration poll) {
    this.prefix = "arn:aws:states:" + region + ":" + account + ":activity:";
    this.clock = clock;
    this.poll = poll;
  }

  /** True for a Task's Resource that is an activity. */
  public static boolean isActivity(String resource) {
    return resource.startsWith("arn:aws:states:") && resource.contains(":activity:");
  }

  /** CreateActivity; one that exists already stays as it is. */
  public ObjectNode create(JsonNode request) {
    String name = Json.string(request, "name");
    Names.check(name);
    Activity activity =
        byArn.computeIfAbsent(
            prefix + name,
            arn -> new Activity(arn, name, clock.instant(), new LinkedBlockingQueue<>()));
    return activity.toJson().without("name");
  }

  /** DescribeActivity. */
  public ObjectNode describe(JsonNode request) {
    return require(request).toJson();
  }

  /** ListActivities. */
  public ObjectNode list(JsonNode request) {
    return Page.of(request, "activities", List.copyOf(byArn.values()), Activity::toJson);
  }

  /** DeleteActivity; deleting what does not exist is fine. */
  public ObjectNode delete(JsonNode request) {
    byArn.remove(Arns.require(request, "activityArn", "activity"));
    return Json.object();
  }

  /** GetActivityTask: waits for a task; without one the answer has no token. */
  public ObjectNode getTask(JsonNode request) {
    Activity activity = require(request);
    long end = System.nanoTime() + poll.toNanos();
    try {
      for (long left = poll.toNanos(); left >= 0; left = end - System.nanoTime()) {
        ActivityTask task = activity.waiting().poll(left, TimeUnit.NANOSECONDS);
        if (task != null && task.start(Json.string(request, "workerName"))) {
          return Json.object().put("taskToken", task.token()).put("input", task.input());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Json.object();
  }

  /** Lets workers have a task; false where there is no such activity. */
  public boolean schedule(String arn, ActivityTask task) {
    Activity activity = byArn.get(arn);
    return activity != null && activity.waiting().offer(task);
  }

  public boolean exists(String arn) {
    return byArn.containsKey(arn);
  }

  private Activity require(JsonNode request) {
    String arn = Arns.require(request, "activityArn", "activity");
    Activity activity = byArn.get(arn);
    if (activity == null) {
      throw new AslException("ActivityDoesNotExist", "Activity Does Not Exist: '" + arn + "'");
    }
    return activity;
  }
}
