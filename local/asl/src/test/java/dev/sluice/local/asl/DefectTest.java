package dev.sluice.local.asl;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.local.asl.run.Defect;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Errors for which neither the definition nor the data is to blame. */
class DefectTest {
  @TempDir Path directory;
  private final Remembering log = new Remembering();
  private final Logger logger = (Logger) LogManager.getLogger(Defect.class);
  private Lab lab;

  @BeforeEach
  void listen() {
    lab = new Lab(directory);
    log.start();
    logger.addAppender(log);
    logger.setAdditive(false);
  }

  @AfterEach
  void stopListening() {
    logger.removeAppender(log);
    logger.setAdditive(true);
    lab.close();
  }

  @Test
  void shouldLogWhereAnUnexpectedErrorOfATaskComesFrom() {
    RuntimeException defect = new IllegalStateException("no such thing");
    lab.tasks.on(
        "broken",
        request -> {
          throw defect;
        });
    lab.states(task("broken"));

    JsonNode end = lab.run("{}");

    assertThat(end.path("error").asText()).isEqualTo("States.TaskFailed");
    assertThat(end.path("cause").asText()).contains("no such thing");
    assertThat(log.events).singleElement().extracting(LogEvent::getThrown).isSameAs(defect);
    assertThat(log.events.get(0).getMessage().getFormattedMessage())
        .contains(end.path("executionArn").asText());
  }

  @Test
  void shouldNotLogWhatATaskSaysOfItself() {
    lab.tasks.on(
        "failing",
        request -> {
          throw ScriptedTasks.failure("Bad", "always");
        });
    lab.states(task("failing"));

    assertThat(lab.run("{}").path("error").asText()).isEqualTo("Bad");
    assertThat(log.events).isEmpty();
  }

  private static String task(String name) {
    return "{'a': {'Type': 'Task', 'Resource': 'arn:aws:states:::test:%s', 'End': true}}"
        .formatted(name)
        .replace('\'', '"');
  }

  private static final class Remembering extends AbstractAppender {
    final List<LogEvent> events = new CopyOnWriteArrayList<>();

    Remembering() {
      super("remembering", null, null, true, Property.EMPTY_ARRAY);
    }

    @Override
    public void append(LogEvent event) {
      events.add(event.toImmutable());
    }
  }
}
