package dev.sluice.test.after;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.test.fixture.KeptPermissions;
import dev.sluice.test.fixture.UsedPermissions;
import dev.sluice.test.fixture.UsedPermissions.Grant;
import dev.sluice.test.fixture.UsedPermissions.Use;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** All stories together use what the roles are granted, or somebody wrote down why not. */
@Tag("after-stories")
class UnusedPermissionsTest {
  private static final long SEED = 8;
  private static final int SAMPLE = 20;

  private static Map<Grant, Use> grants;
  private static KeptPermissions kept;

  @BeforeAll
  static void read() throws IOException {
    grants = UsedPermissions.ofAllStories();
    kept = KeptPermissions.read();
  }

  @Test
  void everyGrantIsUsedOrKeptForAReason() {
    List<Grant> unused =
        grants.entrySet().stream()
            .filter(entry -> entry.getValue().times() == 0)
            .map(Map.Entry::getKey)
            .filter(grant -> !kept.covers(grant))
            .toList();

    assertThat(unused)
        .as(
            "no story used these: take them away, or write into %s why they stay",
            KeptPermissions.FILE)
        .isEmpty();
  }

  @Test
  void noReasonIsLeftOver() {
    List<Grant> unused =
        grants.entrySet().stream()
            .filter(entry -> entry.getValue().times() == 0)
            .map(Map.Entry::getKey)
            .toList();

    assertThat(kept.idle(unused))
        .as("these lines of %s keep nothing that is unused: take them away", KeptPermissions.FILE)
        .isEmpty();
  }

  /**
   * A statement without which some call of a story would have been refused cannot be taken away
   * unnoticed: the calls were judged by the same rules.
   */
  @Test
  void withoutAnyOfTwentyStatementsAStoryFails() {
    Map<String, List<Map.Entry<Grant, Use>>> statements =
        grants.entrySet().stream()
            .collect(
                Collectors.groupingBy(
                    entry -> entry.getKey().role() + " " + entry.getValue().statement(),
                    TreeMap::new,
                    Collectors.toList()));
    List<String> names = new ArrayList<>(statements.keySet());
    names.removeIf(
        name -> statements.get(name).stream().allMatch(entry -> kept.covers(entry.getKey())));
    Collections.shuffle(names, new Random(SEED));

    assertThat(names).hasSizeGreaterThan(SAMPLE);
    assertThat(names.subList(0, SAMPLE))
        .allSatisfy(
            name ->
                assertThat(statements.get(name))
                    .as("%s, without which no call of any story would have been refused", name)
                    .anyMatch(entry -> entry.getValue().alone()));
  }
}
