package dev.sluice.lambda.wait;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Answers tasks into a map; a token that was answered, or is said to be gone, waits no more. */
public final class RecordedTokens implements TaskTokens {

  private final Map<String, String> answers = new LinkedHashMap<>();
  private final Set<String> gone = new HashSet<>();

  @Override
  public boolean succeed(String token, String outputJson) {
    return !gone.contains(token) && answers.putIfAbsent(token, outputJson) == null;
  }

  /** The task behind the token timed out. */
  public void expire(String token) {
    gone.add(token);
  }

  public Map<String, String> answers() {
    return answers;
  }
}
