package dev.sluice.core.contract;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;

/** What a document may be so that composing it takes neither minutes nor the whole stack. */
final class YamlBounds {
  private static final int MOST_CHARACTERS = 256 * 1024;

  /** A contract needs four. */
  private static final int DEEPEST = 20;

  private final Findings findings;

  YamlBounds(Findings findings) {
    this.findings = findings;
  }

  /** True, with a finding, where the document is too long or nested too deep. */
  boolean exceeded(LoadSettings settings, String yaml) {
    if (yaml.length() > MOST_CHARACTERS) {
      findings.add(
          1,
          "",
          yaml.length() + " characters",
          MOST_CHARACTERS + " at most",
          "leave out what is no part of a contract");
      return true;
    }
    int depth = 0;
    for (Event event : new Parse(settings).parseString(yaml)) {
      depth += event instanceof CollectionStartEvent ? 1 : 0;
      depth -= event instanceof CollectionEndEvent ? 1 : 0;
      if (depth > DEEPEST) {
        int line = event.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
        findings.add(
            line,
            "",
            "lists or mappings nested over " + DEEPEST + " deep",
            "a contract",
            "flatten it");
        return true;
      }
    }
    return false;
  }
}
