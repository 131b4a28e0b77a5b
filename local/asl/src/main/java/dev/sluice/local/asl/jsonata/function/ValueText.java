package dev.sluice.local.asl.jsonata.function;

import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** JSONata's {@code $string}: text as it is, everything else as JSON. */
public final class ValueText {
  private final StringBuilder out = new StringBuilder();
  private final boolean pretty;

  private ValueText(boolean pretty) {
    this.pretty = pretty;
  }

  /** The text of a value, or null where it is undefined. A function is the empty text. */
  public static String of(Object value, boolean pretty) {
    if (value == null) {
      return null;
    }
    if (value instanceof String text) {
      return text;
    }
    if (!isJson(value)) {
      return "";
    }
    ValueText text = new ValueText(pretty);
    text.write(value, "");
    return text.out.toString();
  }

  /** False for functions. */
  static boolean isJson(Object value) {
    return value == Jsonata.NULL_VALUE
        || value instanceof String
        || value instanceof Number
        || value instanceof Boolean
        || value instanceof Map
        || value instanceof List;
  }

  private void write(Object value, String indent) {
    if (value == null || value == Jsonata.NULL_VALUE) {
      out.append("null");
    } else if (value instanceof Number number) {
      out.append(NumberText.of(number));
    } else if (value instanceof Boolean) {
      out.append(value);
    } else if (value instanceof Map<?, ?> map) {
      object(map, indent);
    } else if (value instanceof List<?> list) {
      array(list, indent);
    } else {
      out.append(TextNode.valueOf(value instanceof String text ? text : ""));
    }
  }

  private void object(Map<?, ?> map, String indent) {
    if (map.isEmpty()) {
      out.append("{}");
      return;
    }
    String inner = indent + "  ";
    out.append('{');
    Iterator<? extends Map.Entry<?, ?>> members = map.entrySet().iterator();
    while (members.hasNext()) {
      Map.Entry<?, ?> member = members.next();
      line(inner);
      out.append(TextNode.valueOf(String.valueOf(member.getKey()))).append(pretty ? ": " : ":");
      write(member.getValue(), inner);
      out.append(members.hasNext() ? "," : "");
    }
    line(indent);
    out.append('}');
  }

  private void array(List<?> list, String indent) {
    if (list.isEmpty()) {
      out.append("[]");
      return;
    }
    String inner = indent + "  ";
    out.append('[');
    for (int i = 0; i < list.size(); i++) {
      out.append(i == 0 ? "" : ",");
      line(inner);
      write(list.get(i), inner);
    }
    line(indent);
    out.append(']');
  }

  private void line(String indent) {
    if (pretty) {
      out.append('\n').append(indent);
    }
  }
}
