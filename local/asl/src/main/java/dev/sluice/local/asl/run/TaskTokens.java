package dev.sluice.local.asl.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.local.asl.api.AslException;
import dev.sluice.local.base.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The tokens of tasks that wait for an answer from outside. Safe for use by several threads. */
public final class TaskTokens {
  private static final String PREFIX = "sluice-task:";
  private static final String SEPARATOR = "@";
  private static final String EXPIRED =
      "The task token has either expired or the task associated with the token has already been"
          + " closed.";

  private final Map<String, Waiting> waiting = new ConcurrentHashMap<>();

  /** A task that waits. */
  public interface Waiting {
    void succeed(JsonNode output);

    void fail(StateError error);

    void heartbeat();
  }

  /**
   * A token that says, as AWS's do, to which state machine its task belongs.
   *
   * @param machineArn of the state machine
   */
  String create(String machineArn) {
    byte[] id =
        (PREFIX + UUID.randomUUID() + SEPARATOR + machineArn).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(id);
  }

  /** The state machine's ARN in a token; empty where it is none of ours. */
  public static Optional<String> machineOf(String token) {
    if (token == null || !wellFormed(token)) {
      return Optional.empty();
    }
    String id = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
    int separator = id.indexOf(SEPARATOR);
    return separator < 0
        ? Optional.empty()
        : Optional.of(id.substring(separator + SEPARATOR.length()));
  }

  void open(String token, Waiting task) {
    waiting.put(token, task);
  }

  void close(String token) {
    waiting.remove(token);
  }

  /**
   * @throws AslException InvalidToken, TaskTimedOut or InvalidOutput
   */
  public void succeed(String token, String output) {
    require(token);
    JsonNode json;
    try {
      json = Json.parse(output == null ? "" : output);
    } catch (IllegalArgumentException e) {
      throw new AslException("InvalidOutput", "The output is not JSON: " + e.getMessage());
    }
    if (Payload.tooLarge(output)) {
      throw new AslException("InvalidOutput", "The output is larger than 262144 bytes.");
    }
    take(token).succeed(json);
  }

  public void fail(String token, StateError error) {
    require(token);
    take(token).fail(error);
  }

  public void heartbeat(String token) {
    require(token).heartbeat();
  }

  private Waiting require(String token) {
    if (token == null || !wellFormed(token)) {
      throw new AslException("InvalidToken", "The provided token is not valid.");
    }
    return found(waiting.get(token));
  }

  private Waiting take(String token) {
    return found(waiting.remove(token));
  }

  private static Waiting found(Waiting task) {
    if (task == null) {
      throw new AslException("TaskTimedOut", EXPIRED);
    }
    return task;
  }

  private static boolean wellFormed(String token) {
    try {
      byte[] id = Base64.getUrlDecoder().decode(token);
      return new String(id, StandardCharsets.UTF_8).startsWith(PREFIX);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
