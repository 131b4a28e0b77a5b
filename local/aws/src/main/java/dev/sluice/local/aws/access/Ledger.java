package dev.sluice.local.aws.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.base.file.DurableFile;
import dev.sluice.local.base.json.Json;
import dev.sluice.local.base.json.StateJson;
import dev.sluice.local.base.thread.DaemonThreads;
import dev.sluice.local.iam.decision.Decision;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * What roles have used of what they are granted, and what they were refused, in one file, over all
 * runs of a state directory. Thread-safe.
 *
 * <pre>{@code
 * {"roles": {"<role>": {"grants": [{"policy", "statement", "action", "resource", "condition"?, "used", "alone"?}],
 *                       "refused": [{"action", "resource", "times", "message"}]}}}
 * }</pre>
 *
 * <p>{@code alone} is an example of a call that nothing else would have allowed. A role whose stack
 * is not deployed this time stays as it was; one that left its stack is forgotten.
 */
public final class Ledger implements AutoCloseable {
  private static final int MAX_REFUSALS = 200;
  private static final long SAVE_SECONDS = 2;

  private final Path file;
  private final Map<String, Map<String, Use>> used = new TreeMap<>();
  private final Map<String, Map<String, ObjectNode>> refused = new TreeMap<>();
  private final Map<String, JsonNode> earlier = new TreeMap<>();
  private Roles roles = new Roles();
  private final ScheduledExecutorService saver =
      Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("permissions"));
  private boolean changed;

  private static final class Use {
    private long times;
    private ObjectNode alone;
  }

  /** With what the file remembers; written again every few seconds as far as it changes. */
  public Ledger(Path file) {
    this.file = file;
    JsonNode all = StateJson.read(file, "Delete it: permissions are counted anew.").path("roles");
    for (Map.Entry<String, JsonNode> role : all.properties()) {
      earlier.put(role.getKey(), role.getValue());
      for (JsonNode grant : role.getValue().path("grants")) {
        Use use = use(role.getKey(), key(grant));
        use.times = grant.path("used").asLong();
        use.alone = grant.get("alone") instanceof ObjectNode alone ? alone : null;
      }
      for (JsonNode refusal : role.getValue().path("refused")) {
        refusals(role.getKey()).put(refusalKey(refusal), refusal.deepCopy());
      }
    }
    saver.scheduleWithFixedDelay(this::save, SAVE_SECONDS, SAVE_SECONDS, TimeUnit.SECONDS);
  }

  private static String key(JsonNode grant) {
    return new Grant(
            "",
            "",
            0,
            grant.path("action").asText(),
            grant.path("resource").asText(),
            grant.path("condition").asText(""))
        .key();
  }

  private static String refusalKey(JsonNode refusal) {
    return refusal.path("action").asText() + " " + refusal.path("resource").asText();
  }

  private Use use(String role, String grant) {
    return used.computeIfAbsent(role, any -> new LinkedHashMap<>())
        .computeIfAbsent(grant, any -> new Use());
  }

  private Map<String, ObjectNode> refusals(String role) {
    return refused.computeIfAbsent(role, any -> new LinkedHashMap<>());
  }

  synchronized void roles(Roles deployed) {
    roles = deployed;
  }

  /**
   * Forgets the roles that no stack has any more.
   *
   * @param known names of those that are deployed, or whose stacks are left out this time
   */
  public synchronized void retain(Set<String> known) {
    changed |= earlier.keySet().retainAll(known);
    used.keySet().retainAll(known);
    refused.keySet().retainAll(known);
  }

  /** What is granted is worth reading before anything of it is used. */
  synchronized void granted() {
    changed = true;
  }

  synchronized void add(Role role, Decision decision, Access access) {
    changed = true;
    if (!decision.allowed()) {
      refuse(role, decision, access);
      return;
    }
    List<Grant> grants = role.used(decision);
    for (Grant grant : grants) {
      Use use = use(role.name(), grant.key());
      use.times++;
      if (use.alone == null && grants.size() == 1) {
        use.alone = example(access);
      }
    }
  }

  private static ObjectNode example(Access access) {
    ObjectNode example = Json.object().put("action", access.action());
    example.put("resource", access.resource());
    example.set("context", Json.MAPPER.valueToTree(new TreeMap<>(access.context())));
    return example;
  }

  private void refuse(Role role, Decision decision, Access access) {
    Map<String, ObjectNode> all = refusals(role.name());
    String key = access.action() + " " + access.resource();
    if (!all.containsKey(key) && all.size() == MAX_REFUSALS) {
      return;
    }
    ObjectNode refusal = all.computeIfAbsent(key, any -> Json.object());
    refusal.put("action", access.action()).put("resource", access.resource());
    refusal.put("times", refusal.path("times").asLong() + 1);
    refusal.put("message", decision.refusal());
  }

  @Override
  public void close() {
    saver.shutdownNow();
    save();
  }

  private synchronized void save() {
    if (!changed) {
      return;
    }
    changed = false;
    ObjectNode all = Json.object();
    Map<String, JsonNode> byRole = new TreeMap<>(earlier);
    for (Role role : roles.all()) {
      ObjectNode described = Json.object();
      ArrayNode grants = described.putArray("grants");
      for (Grant grant : role.grants()) {
        grants.add(describe(grant, use(role.name(), grant.key())));
      }
      described.putArray("refused").addAll(refusals(role.name()).values());
      byRole.put(role.name(), described);
    }
    all.putObject("roles").setAll(byRole);
    DurableFile.write(file, Json.bytes(all));
  }

  private static ObjectNode describe(Grant grant, Use use) {
    ObjectNode described = Json.object().put("policy", grant.policy());
    described.put("statement", grant.statement());
    described.put("action", grant.action()).put("resource", grant.resource());
    if (!grant.condition().isEmpty()) {
      described.put("condition", grant.condition());
    }
    described.put("used", use.times);
    if (use.alone != null) {
      described.set("alone", use.alone);
    }
    return described;
  }
}
