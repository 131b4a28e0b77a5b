package dev.sluice.lambda.mail;

import java.util.ArrayList;
import java.util.List;

/** Keeps mails instead of sending them. */
public final class RecordedMail implements Mail {

  private final List<String> subjects = new ArrayList<>();
  private final List<String> bodies = new ArrayList<>();

  @Override
  public void send(String subject, String body) {
    subjects.add(subject);
    bodies.add(body);
  }

  public List<String> subjects() {
    return subjects;
  }

  public List<String> bodies() {
    return bodies;
  }
}
