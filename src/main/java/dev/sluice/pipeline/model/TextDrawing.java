package dev.sluice.pipeline.model;

import java.util.ArrayList;
import java.util.List;

/** Draws parts of a pipeline with lines of text. All lines of a part have the same length. */
final class TextDrawing {
  private TextDrawing() {}

  /** One part after another: what follows starts in the first line. */
  static List<String> beside(List<String> left, List<String> right) {
    String before = left.get(0);
    String link = end(before.charAt(before.length() - 1)) + "──" + end(right.get(0).charAt(0));
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
      lines.add(line(left, i) + (i == 0 ? link : " ".repeat(link.length())) + line(right, i));
    }
    return lines;
  }

  private static char end(char neighbour) {
    return neighbour == '┬' ? '─' : ' ';
  }

  /** Parts below each other, held together by a line at each side. */
  static List<String> stacked(List<List<String>> parts) {
    int width = parts.stream().mapToInt(part -> part.get(0).length()).max().orElseThrow();
    List<String> lines = new ArrayList<>();
    for (int p = 0; p < parts.size(); p++) {
      boolean first = p == 0;
      boolean last = p == parts.size() - 1;
      for (int i = 0; i < parts.get(p).size(); i++) {
        String text = parts.get(p).get(i);
        String open = i > 0 ? (last ? "  " : "│ ") : first ? "┬─" : last ? "└─" : "├─";
        String close = i > 0 ? (last ? "  " : " │") : first ? "─┬" : last ? "─┘" : "─┤";
        String fill = (i > 0 ? " " : "─").repeat(width - text.length());
        String gap = fill.isEmpty() ? " " : " " + fill.substring(1) + (i > 0 ? " " : "─");
        lines.add(open + " " + text + gap + close);
      }
    }
    return lines;
  }

  private static String line(List<String> lines, int index) {
    return index < lines.size() ? lines.get(index) : " ".repeat(lines.get(0).length());
  }
}
