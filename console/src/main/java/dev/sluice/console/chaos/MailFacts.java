package dev.sluice.console.chaos;

import dev.sluice.console.aws.Target;
import dev.sluice.console.local.Mailbox;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** Which files mails have told of. How many mails that took may differ from run to run. */
final class MailFacts {
  private MailFacts() {}

  /**
   * Reads the mailbox.
   *
   * @param audited the facts of the files
   */
  static Map<String, String> of(Target target, Collection<String> audited) throws IOException {
    StringBuilder all = new StringBuilder();
    for (Path mail : new Mailbox(target.endpoint().orElseThrow().mail()).newestFirst()) {
      all.append(Files.readString(mail, StandardCharsets.UTF_8));
    }
    Map<String, String> facts = new TreeMap<>();
    for (String fact : audited) {
      String key = fact.substring(AuditFacts.PREFIX.length());
      facts.put("mail on " + key, all.indexOf(key) >= 0 ? "told" : "not told");
    }
    return facts;
  }

  /** How many mails say that the execution failed. */
  static long onFailures(Target target, String execution) throws IOException {
    long found = 0;
    for (Path mail : new Mailbox(target.endpoint().orElseThrow().mail()).newestFirst()) {
      found +=
          Files.readString(mail, StandardCharsets.UTF_8)
              .lines()
              .takeWhile(line -> !line.isEmpty())
              .filter(line -> line.startsWith("Subject: ") && line.contains(" in " + execution))
              .count();
    }
    return found;
  }
}
