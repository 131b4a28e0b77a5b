package dev.sluice.local.aws.endpoint;

import com.fasterxml.jackson.databind.JsonNode;

/** Writes a JSON tree as the XML of the query protocol. */
final class Xml {
  private Xml() {}

  static String document(String root, String namespace, JsonNode content) {
    StringBuilder out = new StringBuilder();
    out.append('<').append(root).append(" xmlns=\"").append(namespace).append("\">");
    content(out, content);
    return out.append("</").append(root).append('>').toString();
  }

  private static void content(StringBuilder out, JsonNode node) {
    if (node.isObject()) {
      node.properties().forEach(field -> field(out, field.getKey(), field.getValue()));
    } else if (node.isArray()) {
      node.forEach(item -> element(out, "member", item));
    } else {
      escape(out, node.asText());
    }
  }

  private static void field(StringBuilder out, String name, JsonNode value) {
    if (name.equals("entry")) {
      // Maps are repeated <entry> elements, not <member> ones.
      value.forEach(entry -> element(out, name, entry));
    } else if (!value.isNull()) {
      element(out, name, value);
    }
  }

  private static void element(StringBuilder out, String name, JsonNode value) {
    out.append('<').append(name).append('>');
    content(out, value);
    out.append("</").append(name).append('>');
  }

  private static void escape(StringBuilder out, String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '&' -> out.append("&amp;");
        case '"' -> out.append("&quot;");
        case '\r' -> out.append("&#13;");
        default -> out.append(c < 0x20 && c != '\n' && c != '\t' ? '\uFFFD' : c);
      }
    }
  }
}
