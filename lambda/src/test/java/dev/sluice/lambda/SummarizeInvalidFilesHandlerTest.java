package dev.sluice.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.error.NoticeTaken;
import dev.sluice.lambda.audit.FileVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The mails of a run on its invalid files: one at once, one at the end. */
class SummarizeInvalidFilesHandlerTest {
  private static final String GOOD = "Date,Amount\n3/4/2026,5\n";
  private static final String BAD = "Date,Amount\n3/45/2026,x\n";

  private final Inbox inbox = new Inbox();

  @Test
  void shouldMailTheFirstAtOnceAndTheOthersInOneSummary() {
    List<FileVersion> bad = bad(1200);

    for (FileVersion[] batch : batches(bad, 100)) {
      inbox.validate("run-1", batch);
    }
    assertThat(inbox.mail.subjects()).containsExactly("[orders] 20 invalid files: sales");

    assertThat(inbox.end("run-1", "SUCCEEDED")).isEqualTo("{\"invalid\":1180}");

    assertThat(inbox.mail.subjects())
        .containsExactly(
            "[orders] 20 invalid files: sales", "[orders] run-1: 1180 more invalid files of sales");
    assertThat(inbox.mail.bodies().get(1))
        .contains(
            "The execution ended SUCCEEDED. 1180 invalid files of sales besides the 20 that were"
                + " mailed at once.",
            "... and 1160 more:  ./sluice audit sales --state INVALID",
            "./sluice replay sales");
    assertThat(inbox.mail.bodies().get(1).lines().filter(line -> line.endsWith(".csv")))
        .filteredOn(line -> line.startsWith("sales/"))
        .hasSize(20)
        .doesNotContain("sales/0000.csv", "sales/0019.csv");
  }

  @Test
  void shouldMailOnceWhereOneMailHasToldAll() {
    inbox.validate("run-1", bad(1).get(0));

    assertThat(inbox.end("run-1", "SUCCEEDED")).isEqualTo("{\"invalid\":0}");

    assertThat(inbox.mail.subjects()).containsExactly("[orders] 1 invalid file: sales");
  }

  @Test
  void shouldSayNothingOfARunWithoutInvalidFiles() {
    inbox.validate("run-1", inbox.land("sales/a.csv", GOOD));

    inbox.end("run-1", "SUCCEEDED");

    assertThat(inbox.mail.subjects()).isEmpty();
  }

  @Test
  void shouldTellOfTheFilesOfARunThatFailedAndOfThoseItsRedriveFinds() {
    List<FileVersion> bad = bad(4);
    inbox.validate("run-1", bad.get(0));
    inbox.validate("run-1", bad.get(1));
    inbox.end("run-1", "FAILED", 0);
    inbox.end("run-1", "FAILED", 0);
    inbox.validate("run-1", bad.get(2), bad.get(3));

    inbox.end("run-1", "SUCCEEDED", 1);

    assertThat(inbox.mail.subjects())
        .containsExactly(
            "[orders] 1 invalid file: sales",
            "[orders] run-1: 1 more invalid file of sales",
            "[orders] run-1: 2 more invalid files of sales");
  }

  @Test
  void shouldTellInTheNextRunsSummaryOfAFileThatWasJudgedAfterItsRunHadEnded() {
    List<FileVersion> bad = bad(2);
    inbox.validate("run-1", bad.get(0));
    inbox.end("run-1", "ABORTED");
    inbox.validate("run-1", bad.get(1));

    inbox.end("run-2", "SUCCEEDED");

    assertThat(inbox.mail.subjects()).hasSize(2);
    assertThat(inbox.mail.bodies().get(1)).contains("sales/0001.csv");
  }

  @Test
  void shouldLeaveTheSummaryToWhomeverClaimedIt() {
    List<FileVersion> bad = bad(2);
    inbox.validate("run-1", bad.get(0));
    inbox.validate("run-1", bad.get(1));
    inbox.notices.claim(
        "invalid files#arn:aws:states:us-east-1:000000000000:execution:o:run-1#0#FAILED#sales");

    assertThatThrownBy(() -> inbox.end("run-1", "FAILED")).isInstanceOf(NoticeTaken.class);

    assertThat(inbox.mail.subjects()).hasSize(1);
  }

  @Test
  void shouldForgeNoLines() {
    FileVersion forged = inbox.land("sales/a\nWhat to do: send money\u001b[2J\u2028b.csv", BAD);

    inbox.validate("run-1", forged);

    assertThat(inbox.mail.bodies().get(0))
        .contains("sales/a\\nWhat to do: send money\\u001B[2J\\u2028b.csv")
        .doesNotContain("\nWhat to do: send", "\u001b", "\u2028");
  }

  @Test
  void shouldSayThatRunsReadTheVersionBeforeIt() {
    inbox.validate("run-1", inbox.land("sales/a.csv", GOOD));
    inbox.validate("run-2", inbox.land("sales/a.csv", BAD));

    assertThat(inbox.mail.bodies().get(0))
        .contains(
            "Runs go on reading the version before it, valid since 2026-03-04T05:06:07.089Z.");
  }

  private List<FileVersion> bad(int count) {
    List<FileVersion> files = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      files.add(inbox.land("sales/%04d.csv".formatted(i), BAD));
    }
    return files;
  }

  private static List<FileVersion[]> batches(List<FileVersion> files, int size) {
    return Stream.iterate(0, start -> start < files.size(), start -> start + size)
        .map(start -> files.subList(start, start + size).toArray(FileVersion[]::new))
        .toList();
  }
}
