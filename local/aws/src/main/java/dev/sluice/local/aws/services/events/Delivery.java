package dev.sluice.local.aws.services.events;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.local.aws.access.AccessDenied;
import dev.sluice.local.base.thread.DaemonThreads;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends to targets, repeats what was refused, and gives up into the dead-letter queue. */
public final class Delivery implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
  private static final long LONGEST_WAIT_SECONDS = 30;

  private final List<TargetSender> senders = new CopyOnWriteArrayList<>();
  private static final long CLOSE_SECONDS = 2;

  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(2, DaemonThreads.named("event-delivery"));

  /** Adds a kind of target. */
  public void sender(TargetSender sender) {
    senders.add(sender);
  }

  /** Sends an event to a rule's target; completes when it arrived there or in the queue. */
  CompletableFuture<Void> send(Rule rule, Target target, JsonNode event) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    JsonNode input = TargetInput.of(rule, target, event);
    Sender sender = new Sender(rule.arn(), "events.amazonaws.com", target.roleArn());
    timer.execute(() -> attempt(new Attempt(sender, target, input, event, done), 0));
    return done;
  }

  /** Sends what a schedule says; completes as {@link #send}. */
  public CompletableFuture<Void> send(String scheduleArn, Target target, JsonNode event) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    JsonNode input = target.input() == null ? event : TargetInput.of(null, target, event);
    Sender sender = new Sender(scheduleArn, "scheduler.amazonaws.com", target.roleArn());
    timer.execute(() -> attempt(new Attempt(sender, target, input, event, done), 0));
    return done;
  }

  private void attempt(Attempt attempt, int number) {
    String arn = attempt.target().arn();
    try {
      senderOf(arn)
          .send(attempt.sender(), arn, attempt.input())
          .whenComplete(
              (nothing, failure) -> {
                if (failure == null) {
                  attempt.done().complete(null);
                } else {
                  refused(attempt, number, failure);
                }
              });
    } catch (RuntimeException e) {
      refused(attempt, number, e);
    }
  }

  private void refused(Attempt attempt, int number, Throwable failure) {
    if (timer.isShutdown()) {
      // Stays in the journal, and the next process sends it.
      return;
    }
    if (number < attempt.target().retries() && !(failure instanceof AccessDenied)) {
      long wait = Math.min(LONGEST_WAIT_SECONDS, 1L << Math.min(number, 10));
      LOG.warn("{} refused an event, again in {} s", attempt.target().arn(), wait, failure);
      timer.schedule(() -> attempt(attempt, number + 1), wait, TimeUnit.SECONDS);
      return;
    }
    LOG.error("{} refused an event for good", attempt.target().arn(), failure);
    String queue = attempt.target().deadLetterArn();
    if (queue == null) {
      attempt.done().completeExceptionally(failure);
    } else {
      deadLetter(queue, attempt);
    }
  }

  private void deadLetter(String queue, Attempt attempt) {
    try {
      senderOf(queue)
          .send(deadLetterSender(attempt.sender()), queue, attempt.event())
          .whenComplete(
              (nothing, failure) -> {
                if (failure == null) {
                  attempt.done().complete(null);
                } else {
                  attempt.done().completeExceptionally(failure);
                }
              });
    } catch (RuntimeException e) {
      attempt.done().completeExceptionally(e);
    }
  }

  /**
   * A rule's dead letters go by the queue's policy, a schedule's with its role.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html#dlq-perms">AWS</a>
   */
  private static Sender deadLetterSender(Sender sender) {
    boolean rule = sender.service().startsWith("events.");
    return rule ? new Sender(sender.arn(), sender.service(), null) : sender;
  }

  private TargetSender senderOf(String arn) {
    for (TargetSender sender : senders) {
      if (sender.handles(arn)) {
        return sender;
      }
    }
    throw new IllegalArgumentException(
        "target "
            + arn
            + " is of a kind that does not run locally; functions, state machines,"
            + " queues and topics do");
  }

  /**
   * Ends what is being sent in order, so that it is noted as sent; what waits stays in the journal.
   */
  @Override
  public void close() {
    timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    timer.shutdown();
    try {
      if (!timer.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        timer.shutdownNow();
      }
    } catch (InterruptedException e) {
      timer.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  private record Attempt(
      Sender sender, Target target, JsonNode input, JsonNode event, CompletableFuture<Void> done) {}
}
