package dev.sluice.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.demo.fixture.FakeSecrets;
import dev.sluice.demo.stations.KeySecret;
import dev.sluice.demo.stations.StationFeeds;
import dev.sluice.demo.stations.StationsApi;
import dev.sluice.error.BadInput;
import dev.sluice.lambda.json.Fields;
import dev.sluice.lambda.json.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StationsApiHandlerTest {
  private static final String HOST = "https://abcdefg.lambda-url.eu-west-1.on.aws";

  private final FakeSecrets secrets = new FakeSecrets("{\"x-api-key\":\"open sesame\"}");
  private final StationsApiHandler handler =
      new StationsApiHandler(
          new StationsApi(new StationFeeds(1), () -> Instant.parse("2026-03-01T12:00:30Z")),
          new KeySecret(secrets, "arn:aws:secretsmanager:r:1:secret:stations"));
  private String event;

  @BeforeEach
  void read() throws IOException {
    try (InputStream in = getClass().getResourceAsStream("/events/function-url.json")) {
      event = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void shouldSayWhereTheFeedsAre() throws IOException {
    Fields answer = invoke(event);

    assertThat(answer.number("statusCode")).isEqualTo(200);
    assertThat(answer.object("headers").string("content-type")).isEqualTo("application/json");
    assertThat(answer.bool("isBase64Encoded", true)).isFalse();
    assertThat(answer.string("body"))
        .contains("\"url\":\"" + HOST + "/station_status.json\"")
        .contains("\"url\":\"" + HOST + "/station_information.json\"");
  }

  @Test
  void shouldAnswerAFeedThatTheClientHasWithoutABody() throws IOException {
    String status = event.replace("\"rawPath\": \"/gbfs", "\"rawPath\": \"/station_status");
    String tag = invoke(status).object("headers").string("etag");

    Fields again =
        invoke(status.replace("\"accept\"", "\"if-none-match\": " + quoted(tag) + ", \"accept\""));

    assertThat(again.number("statusCode")).isEqualTo(304);
    assertThat(again.string("body")).isEmpty();
  }

  @Test
  void shouldRefuseWhoHasNoKeyOrAnother() throws IOException {
    assertThat(invoke(event.replace("x-api-key", "x-key")).number("statusCode")).isEqualTo(401);
    assertThat(invoke(event.replace("sesame", "barley")).number("statusCode")).isEqualTo(403);
  }

  @Test
  void shouldReadTheSecretOnce() throws IOException {
    assertThat(secrets.reads()).isZero();

    invoke(event);
    invoke(event);

    assertThat(secrets.reads()).isEqualTo(1);
  }

  @Test
  void shouldLogTheRequestButNoKey() throws IOException {
    PrintStream before = System.out;
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    System.setOut(new PrintStream(log, true, StandardCharsets.UTF_8));
    try {
      invoke(event);
      invoke(event.replace("sesame", "barley"));
    } finally {
      System.setOut(before);
    }

    assertThat(log.toString(StandardCharsets.UTF_8))
        .contains("\"handler\":\"stations-api\"", "\"path\":\"/gbfs.json\"", "\"status\":403")
        .doesNotContain("sesame", "barley");
  }

  @Test
  void shouldRefuseAnEventOfSomethingElse() {
    assertThatThrownBy(() -> invoke("{\"detail\":{}}"))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("has no 'headers'");
  }

  private Fields invoke(String input) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    handler.handleRequest(
        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), out, null);
    return Fields.of("the answer", Json.parse(out.toByteArray()));
  }

  private static String quoted(String text) {
    return Json.text(text);
  }
}
