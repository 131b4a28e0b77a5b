package dev.sluice.core.contract;

import dev.sluice.core.text.Spelling;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** A mapping of a YAML document; whatever is wrong in it becomes a finding and reading goes on. */
final class YamlMap {
  private final Findings findings;
  private final Node node;
  private final String path;
  private final Map<String, Node> entries = new LinkedHashMap<>();

  private YamlMap(Findings findings, Node node, String path) {
    this.findings = findings;
    this.node = node;
    this.path = path;
  }

  /** Reads the mapping; keys other than the allowed ones are findings. */
  static YamlMap of(Findings findings, Node node, String path, List<String> allowed) {
    YamlMap map = new YamlMap(findings, node, path);
    if (!(node instanceof MappingNode mapping)) {
      findings.add(
          node, path, describe(node), "a mapping of " + allowed, "write `key: value` lines");
      return map;
    }
    for (NodeTuple tuple : mapping.getValue()) {
      map.enter(tuple, allowed);
    }
    return map;
  }

  private void enter(NodeTuple tuple, List<String> allowed) {
    Node keyNode = tuple.getKeyNode();
    String key = keyNode instanceof ScalarNode scalar ? scalar.getValue() : describe(keyNode);
    if (!allowed.contains(key)) {
      String hint =
          Spelling.nearest(key, allowed)
              .map(near -> "did you mean '" + near + "'?")
              .orElse("remove it");
      findings.add(
          keyNode,
          at(key),
          "unknown key '" + key + "'",
          "one of " + String.join(", ", allowed),
          hint);
    } else if (entries.putIfAbsent(key, tuple.getValueNode()) != null) {
      findings.add(keyNode, at(key), "key '" + key + "' a second time", "it once", "remove one");
    }
  }

  boolean has(String key) {
    return entries.containsKey(key);
  }

  Node nodeOf(String key) {
    return entries.getOrDefault(key, node);
  }

  String at(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  /** A scalar's text as it is written; empty where the key is absent or its value wrong. */
  Optional<String> text(String key) {
    Node value = entries.get(key);
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof ScalarNode scalar && !Tag.NULL.equals(scalar.getTag())) {
      return Optional.of(scalar.getValue());
    }
    findings.add(
        value, at(key), describe(value), "a single value", "write one value or remove the key");
    return Optional.empty();
  }

  /** A scalar's text, without a finding where there is none. */
  Optional<String> peek(String key) {
    return entries.get(key) instanceof ScalarNode scalar
        ? Optional.of(scalar.getValue())
        : Optional.empty();
  }

  /** A scalar read by a parser that is empty for a text which it does not understand. */
  <T> Optional<T> parsed(String key, String expected, Function<String, Optional<T>> parser) {
    Optional<String> text = text(key);
    Optional<T> value = text.flatMap(parser);
    if (text.isPresent() && value.isEmpty()) {
      findings.add(
          entries.get(key), at(key), "'" + text.get() + "'", expected, "correct the value");
    }
    return value;
  }

  /** Like {@link #parsed}, and a finding where the key is absent. */
  <T> Optional<T> required(String key, String expected, Function<String, Optional<T>> parser) {
    if (!has(key)) {
      missing(key, expected);
    }
    return parsed(key, expected, parser);
  }

  void missing(String key, String expected) {
    findings.add(node, path, "no '" + key + "'", expected, "add `" + key + ": …`");
  }

  /** The scalars of a list; empty where the key is absent. */
  List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    for (Node item : items(key)) {
      if (item instanceof ScalarNode scalar) {
        texts.add(scalar.getValue());
      } else {
        findings.add(item, at(key), describe(item), "a single value", "write plain list items");
      }
    }
    return texts;
  }

  /** The nodes of a list; empty where the key is absent or no list. */
  List<Node> items(String key) {
    Node value = entries.get(key);
    if (value == null) {
      return List.of();
    }
    if (value instanceof SequenceNode sequence) {
      return sequence.getValue();
    }
    findings.add(value, at(key), describe(value), "a list", "write `- item` lines or [a, b]");
    return List.of();
  }

  /** A mapping under that key, empty where it is absent. */
  YamlMap map(String key, List<String> allowed) {
    Node value = entries.get(key);
    return value == null
        ? new YamlMap(findings, node, at(key))
        : of(findings, value, at(key), allowed);
  }

  private static String describe(Node node) {
    if (node instanceof ScalarNode scalar) {
      return Tag.NULL.equals(scalar.getTag()) ? "nothing" : "'" + scalar.getValue() + "'";
    }
    return node instanceof SequenceNode ? "a list" : "a mapping";
  }
}
