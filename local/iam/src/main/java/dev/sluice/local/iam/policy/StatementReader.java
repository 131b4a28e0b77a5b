package dev.sluice.local.iam.policy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.local.iam.condition.Condition;
import dev.sluice.local.iam.pattern.ActionPattern;
import dev.sluice.local.iam.pattern.ArnPattern;
import dev.sluice.local.iam.pattern.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/** Reads one statement. */
final class StatementReader {
  private static final Set<String> ELEMENTS =
      Set.of(
          "Sid",
          "Effect",
          "Principal",
          "NotPrincipal",
          "Action",
          "NotAction",
          "Resource",
          "NotResource",
          "Condition");

  private final Findings findings;
  private final String path;
  private final JsonNode node;
  private final Function<String, Template> templates;

  StatementReader(
      Findings findings, String path, JsonNode node, Function<String, Template> templates) {
    this.findings = findings;
    this.path = path;
    this.node = node;
    this.templates = templates;
  }

  Statement read(int index) {
    Values.checkNames(findings, path, node, ELEMENTS);
    Selection<ActionPattern> actions = selection("Action", ActionPattern::of);
    if (actions == null) {
      findings.add(path, "has neither Action nor NotAction, expected one of them");
    }
    return new Statement(
        index,
        sid(),
        effect(),
        principals(),
        actions,
        selection("Resource", text -> ArnPattern.ofResource(templates.apply(text))),
        conditions());
  }

  private String sid() {
    JsonNode sid = node.get("Sid");
    if (sid != null && !sid.isTextual()) {
      findings.add(path + "/Sid", "found " + sid + ", expected text");
    }
    return sid == null ? null : sid.asText();
  }

  private Effect effect() {
    return findings.read(path + "/Effect", () -> Effect.of(node.path("Effect").asText()));
  }

  /** What one of two elements names; null where neither is there. */
  private <T> Selection<T> selection(String element, Function<String, T> reader) {
    String name = only(element);
    if (name == null) {
      return null;
    }
    String at = path + "/" + name;
    List<T> patterns =
        Values.texts(findings, at, node.get(name)).stream()
            .map(text -> findings.read(at, () -> reader.apply(text)))
            .filter(Objects::nonNull)
            .toList();
    return new Selection<>(!name.equals(element), patterns);
  }

  private Principals principals() {
    String name = only("Principal");
    if (name == null) {
      return null;
    }
    boolean except = !name.equals("Principal");
    if (except && node.path("Effect").asText().equals("Allow")) {
      findings.add(path, "has NotPrincipal with Allow, expected Deny: name whom to allow");
    }
    return new PrincipalsReader(findings).read(path + "/" + name, node.get(name), except);
  }

  /** The element or its negation, whichever is there; null where neither is. */
  private String only(String element) {
    String negation = "Not" + element;
    if (node.has(element) && node.has(negation)) {
      findings.add(path, "has " + element + " and " + negation + ", expected one of them");
    }
    return node.has(element) ? element : node.has(negation) ? negation : null;
  }

  private List<Condition> conditions() {
    List<Condition> all = new ArrayList<>();
    JsonNode block = node.path("Condition");
    if (!block.isMissingNode() && !block.isObject()) {
      findings.add(path + "/Condition", "found " + block + ", expected an object of operators");
    }
    for (Map.Entry<String, JsonNode> operator : block.properties()) {
      String at = path + "/Condition/" + operator.getKey();
      if (!operator.getValue().isObject()) {
        findings.add(at, "found " + operator.getValue() + ", expected an object of condition keys");
      }
      for (Map.Entry<String, JsonNode> key : operator.getValue().properties()) {
        add(all, at + "/" + key.getKey(), operator.getKey(), key);
      }
    }
    return all;
  }

  private void add(
      List<Condition> all, String at, String operator, Map.Entry<String, JsonNode> key) {
    List<String> values = Values.scalars(findings, at, key.getValue());
    Condition condition =
        findings.read(
            at,
            () -> Condition.of(operator, key.getKey(), values.stream().map(templates).toList()));
    if (condition != null) {
      all.add(condition);
    }
  }
}
