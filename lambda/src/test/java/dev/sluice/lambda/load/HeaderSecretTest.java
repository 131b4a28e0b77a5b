package dev.sluice.lambda.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.sluice.error.FeedInvalid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderSecretTest {

  @Test
  void shouldReadNamesAndValues() {
    RequestHeaders headers = read("{\"x-api-key\":\"s3cr3t\",\"Authorization\":\"Bearer a\\tb\"}");

    assertThat(headers.values())
        .containsExactly(entry("x-api-key", "s3cr3t"), entry("Authorization", "Bearer a\tb"));
    assertThat(headers).hasToString("RequestHeaders[x-api-key, Authorization]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "s3cr3t | text that is not JSON",
        "`` | no JSON object",
        "\"s3cr3t\" | no JSON object",
        "[\"s3cr3t\"] | no JSON object",
        "{\"key\":{\"s3cr3t\":1}} | a value that is no string",
        "{\"key\":5} | a value that is no string",
        "{\"key\":\"s3cr3t\\r\\nHost: evil\"} | a value of header key that is empty or has line breaks",
        "{\"key\":\"s3cr3t\\n\"} | a value of header key that is empty or has line breaks",
        "{\"key\":\"\"} | a value of header key that is empty",
        "{\"key\":\"s3cr3t\\u00e9\"} | a value of header key that is empty or has line breaks or characters beyond",
        "{\"a b\":\"s3cr3t\"} | a header name with characters that HTTP does not allow",
        "{\"a\\r\\nb\":\"s3cr3t\"} | a header name with characters that HTTP does not allow",
        "{\"\":\"s3cr3t\"} | a header name with characters that HTTP does not allow",
        "{\"Host\":\"s3cr3t\"} | the header Host, which belongs to the connection",
        "{\"Transfer-Encoding\":\"s3cr3t\"} | the header Transfer-Encoding, which belongs to the connection",
        "{\"proxy-authorization\":\"s3cr3t\"} | the header proxy-authorization, which belongs to the connection",
        "{\"If-None-Match\":\"s3cr3t\"} | the header If-None-Match, which belongs to the connection",
        "{\"Origin\":\"s3cr3t\"} | the header Origin, which belongs to the connection"
      })
  void shouldNameWhatIsWrongAndNeverQuoteTheSecret(String text, String found) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(FeedInvalid.class)
        .hasNoCause()
        .hasMessageStartingWith("secret arn:keys: found " + found)
        .hasMessageNotContaining("s3cr3t");
  }

  @Test
  void shouldSayThatASecretHasNoText() {
    assertThatThrownBy(() -> new HeaderSecret(arn -> null).read("arn:keys"))
        .isInstanceOf(FeedInvalid.class);
  }

  private static RequestHeaders read(String text) {
    return new HeaderSecret(arn -> text).read("arn:keys");
  }
}
