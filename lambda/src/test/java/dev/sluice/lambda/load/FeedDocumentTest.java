package dev.sluice.lambda.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.error.FeedInvalid;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedDocumentTest {

  @Test
  void shouldReadTheTimeOfAnyVersionOfTheFormat() {
    assertThat(check("{\"last_updated\":1769860800,\"data\":{\"stations\":[{}]}}"))
        .isEqualTo("2026-01-31T12:00:00Z");
    assertThat(
            check(
                "{\"data\":{\"x\":{\"y\":[]},\"stations\":[[1],{\"a\":[]}]},\"last_updated\":\"2026-01-31T14:00:00+02:00\"}"))
        .isEqualTo("2026-01-31T12:00:00Z");
    assertThat(check("{\"last_updated\":1769860800,\"data\":{\"alerts\":[],\"vehicles\":[0]}}"))
        .isEqualTo("2026-01-31T12:00:00Z");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`` | nothing",
        "[1] | an array",
        "\"x\" | a string",
        "null | null",
        "<html>s3cr3t | no JSON at line 1, column 1 of 12 bytes",
        "{\"last_updated\":1769860800,\"data\":{\"stations\":[{} | no JSON at line 1, column 50 of 49 bytes",
        "{\"last_updated\":1769860800,\"data\":{\"stations\":[1]}} {} | more text after the JSON object",
        "{\"data\":{\"stations\":[1]}} | no last_updated",
        "{\"last_updated\":null,\"data\":{\"stations\":[1]}} | a last_updated that cannot be: null",
        "{\"last_updated\":1.5,\"data\":{\"stations\":[1]}} | a last_updated that cannot be: a number",
        "{\"last_updated\":\"noon\",\"data\":{\"stations\":[1]}} | a last_updated that cannot be: one that is no time",
        "{\"last_updated\":99999999999999999999,\"data\":{\"stations\":[1]}} | a last_updated that cannot be: one that is no time",
        "{\"last_updated\":1769860800000,\"data\":{\"stations\":[1]}} | a last_updated that cannot be: 1769860800000, which is +58054",
        "{\"last_updated\":0,\"data\":{\"stations\":[1]}} | a last_updated that cannot be: 0, which is 1970",
        "{\"last_updated\":1769860800} | no object data",
        "{\"last_updated\":1769860800,\"data\":[1]} | no object data",
        "{\"last_updated\":1769860800,\"data\":{\"stations\":{\"a\":[1]}}} | no array in data",
        "{\"last_updated\":1769860800,\"data\":{\"stations\":[]}} | that data.stations is empty"
      })
  void shouldSayWhatAWrongFeedIsInstead(String body, String found) {
    assertThatThrownBy(() -> check(body))
        .isInstanceOf(FeedInvalid.class)
        .hasMessageStartingWith("https://feeds.example/x.json: found " + found)
        .hasMessageContaining(", expected ")
        .hasMessageNotContaining("s3cr3t");
  }

  @Test
  void shouldNotBeBroughtDownByDepthNorByBytesThatAreNoText() {
    assertThatThrownBy(() -> check("[".repeat(100_000))).isInstanceOf(FeedInvalid.class);
    assertThatThrownBy(() -> check("{\"a\":" + "[".repeat(100_000)))
        .isInstanceOf(FeedInvalid.class);
    assertThatThrownBy(
            () -> FeedDocument.check("u", new byte[] {'{', '"', (byte) 0xff, (byte) 0xfe}))
        .isInstanceOf(FeedInvalid.class);
    assertThatThrownBy(() -> FeedDocument.check("u", new byte[] {0x1f, (byte) 0x8b, 8, 0}))
        .isInstanceOf(FeedInvalid.class);
  }

  private static String check(String body) {
    return FeedDocument.check("https://feeds.example/x.json", body.getBytes(StandardCharsets.UTF_8))
        .toString();
  }
}
