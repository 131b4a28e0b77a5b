package dev.sluice.local.iam.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a       | a        | true
          a       | b        | false
          a       | ab       | false
          *       | ''       | true
          *       | a/b:c    | true
          ?       | ''       | false
          ?       | a        | true
          ?       | ab       | false
          a*      | a        | true
          a*      | ba       | false
          *a      | ba       | true
          *a      | ab       | false
          a*b*c   | aXbXbXc  | true
          a*b*c   | aXcXb    | false
          a?c*    | abc      | true
          a?c*    | ac       | false
          **a**   | a        | true
          a*b     | ab$b     | true
          [a]     | a        | false
          a.c     | abc      | false
          """)
  void shouldMatchWholeTexts(String pattern, String text, boolean expected) {
    assertThat(Glob.of(pattern).matches(text)).isEqualTo(expected);
  }

  @Test
  void shouldAgreeWithARegularExpression() {
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      String pattern = text(random, "ab*?");
      String text = text(random, "ab");
      boolean expected = text.matches(pattern.replace("*", ".*").replace("?", "."));
      assertThat(Glob.of(pattern).matches(text)).as("%s on %s", pattern, text).isEqualTo(expected);
    }
  }

  private static String text(Random random, String letters) {
    StringBuilder text = new StringBuilder();
    for (int length = random.nextInt(9); length > 0; length--) {
      text.append(letters.charAt(random.nextInt(letters.length())));
    }
    return text.toString();
  }

  @Test
  void shouldNotTakeExponentialTime() {
    Glob glob = Glob.of("*a".repeat(40) + "b");
    String text = "a".repeat(5_000);
    assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> assertThat(glob.matches(text)).isFalse());
  }
}
