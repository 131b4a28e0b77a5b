package dev.sluice.local.asl;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.local.asl.run.Timer;
import dev.sluice.local.asl.run.Timers;
import dev.sluice.local.base.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Machines of random structure, killed twice at random moments, give what they would have given.
 */
class RandomKillsTest {
  private static final int KILLS = 6;

  @TempDir Path temporary;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
  void shouldGiveTheSameResultHoweverOftenItIsKilled(int seed) throws IOException {
    String machine = new RandomMachines(seed).machine();
    Random random = new Random(seed);
    Path original = temporary.resolve("original");
    String arn;
    JsonNode expected;
    try (Lab lab = lab(original)) {
      arn = lab.machine(machine).start("4");
      JsonNode end = lab.end(arn);
      assertThat(end.path("status").asText()).as(machine + end).isEqualTo("SUCCEEDED");
      expected = end.path("output");
    }
    for (int i = 0; i < KILLS; i++) {
      Path copy = copy(original, "copy" + i);
      int first = kill(copy, 1, random);
      String where = "seed " + seed + ", killed at line " + first + " of " + machine;
      redriven(copy, arn, expected, where);
      int second = kill(copy, first, random);
      redriven(copy, arn, expected, where + " and then at line " + second);
    }
  }

  private static void redriven(Path directory, String arn, JsonNode expected, String where) {
    try (Lab lab = lab(directory)) {
      JsonNode end = lab.redrive(arn);
      assertThat(end.path("status").asText()).as(where + "\n" + end).isEqualTo("SUCCEEDED");
      assertThat(end.path("output")).as(where).isEqualTo(expected);
    }
  }

  /** Cuts the journal, and those of the map runs that were under way there. */
  private static int kill(Path directory, int from, Random random) throws IOException {
    Path journal = files(directory, "journal.jsonl").get(0);
    List<String> lines = Files.readAllLines(journal);
    int keep = from + random.nextInt(lines.size() - from);
    List<String> kept = lines.subList(0, keep);
    Files.write(journal, kept);
    for (Path children : files(directory, "children.jsonl")) {
      String uuid = children.getParent().getFileName().toString().substring(4);
      List<String> child = Files.readAllLines(children);
      int ends = (int) child.stream().filter(l -> l.startsWith("{\"ended\"")).count();
      if (ends == 1 && underWay(kept, uuid)) {
        Files.write(children, child.subList(0, 2 + random.nextInt(child.size() - 2)));
      }
    }
    return keep;
  }

  private static boolean underWay(List<String> lines, String uuid) {
    String flow = null;
    for (String line : lines) {
      if (flow == null && line.contains("\"MapRunStarted\"") && line.contains(uuid)) {
        flow = line.substring(0, line.indexOf(','));
      } else if (flow != null && line.startsWith(flow) && line.contains("\"MapRunSucceeded\"")) {
        return false;
      }
    }
    return flow != null;
  }

  private static List<Path> files(Path directory, String name) throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      return all.filter(p -> p.getFileName().toString().equals(name)).toList();
    }
  }

  private Path copy(Path original, String name) throws IOException {
    Path copy = temporary.resolve(name);
    try (Stream<Path> all = Files.walk(original)) {
      for (Path from : all.toList()) {
        Files.copy(from, copy.resolve(original.relativize(from)));
      }
    }
    return copy;
  }

  private static Lab lab(Path directory) {
    Set<String> seen = ConcurrentHashMap.newKeySet();
    ScriptedTasks tasks =
        new ScriptedTasks()
            .on("add", r -> number(r.arguments().path("n").intValue() + 7))
            .on(
                "once",
                r -> {
                  if (seen.add(r.stateName())) {
                    throw ScriptedTasks.failure("Again", "the first time");
                  }
                  return number(r.arguments().path("n").intValue() * 2 % 1000);
                })
            .on(
                "bad",
                r -> {
                  throw ScriptedTasks.failure("Bad", "always");
                });
    return new Lab(directory, tasks, new MemoryObjects(), Clock.systemUTC(), new Hasty());
  }

  private static JsonNode number(int value) {
    return Json.MAPPER.getNodeFactory().numberNode(value);
  }

  /** Timers that go off at once. */
  private static final class Hasty implements Timers {
    @Override
    public Timer after(Duration delay, Runnable action) {
      CompletableFuture<Void> soon =
          delay.compareTo(Duration.ofSeconds(100)) > 0
              ? new CompletableFuture<>()
              : CompletableFuture.runAsync(action);
      return () -> soon.cancel(false);
    }

    @Override
    public void close() {}
  }
}
