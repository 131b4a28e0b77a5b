package dev.sluice.console.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.sluice.console.error.ExitCode;
import dev.sluice.console.error.UserError;
import dev.sluice.console.local.EndpointFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

class AssumedRoleTest {
  private static final String DOCUMENT =
      "<%s xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\">%s</%1$s>";

  private final List<String> asked = new ArrayList<>();
  private HttpServer server;
  @TempDir private Path state;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String form =
        URLDecoder.decode(
            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
            StandardCharsets.UTF_8);
    asked.add(form);
    boolean identity = form.contains("Action=GetCallerIdentity");
    boolean known = identity || form.contains("role/sluice-orders-Guard");
    String document =
        identity
            ? DOCUMENT.formatted(
                "GetCallerIdentityResponse",
                "<GetCallerIdentityResult><Account>000000000000</Account></GetCallerIdentityResult>")
            : known
                ? DOCUMENT.formatted(
                    "AssumeRoleResponse",
                    "<AssumeRoleResult><Credentials><AccessKeyId>ASIA1</AccessKeyId>"
                        + "<SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken>"
                        + "<Expiration>2030-01-01T00:00:00Z</Expiration></Credentials>"
                        + "</AssumeRoleResult>")
                : DOCUMENT.formatted(
                    "ErrorResponse",
                    "<Error><Type>Sender</Type><Code>AccessDenied</Code>"
                        + "<Message>there is no role x; there are a, b</Message></Error>");
    byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/xml");
    exchange.sendResponseHeaders(known ? 200 : 403, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private AwsSessionCredentials take(String role) {
    URI here = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    return AssumedRole.credentials(
        new EndpointFile(1, "us-east-1", here, here, here, state, state, state), state, role);
  }

  private void remember(String... roles) throws IOException {
    List<String> described = new ArrayList<>();
    for (String role : roles) {
      described.add("\"" + role + "\": {\"grants\": [], \"refused\": []}");
    }
    Files.writeString(
        state.resolve("permissions.json"), "{\"roles\": {" + String.join(",", described) + "}}");
  }

  @Test
  void shouldTakeTheRoleOfWhichAPartIsNamed() throws IOException {
    remember("sluice-orders-GuardRole87F67C2B-148239c3f49a", "sluice-orders-Other");

    AwsSessionCredentials taken = take("guard");

    assertThat(taken.accessKeyId()).isEqualTo("ASIA1");
    assertThat(taken.sessionToken()).isEqualTo("t");
    assertThat(asked.get(asked.size() - 1))
        .contains(
            "Action=AssumeRole",
            "RoleArn=arn:aws:iam::000000000000:role/sluice-orders-GuardRole87F67C2B-148239c3f49a");
  }

  @Test
  void shouldTakeARoleByItsFullNameWhereNoneIsRememberedYet() {
    assertThat(take("sluice-orders-Guard").accessKeyId()).isEqualTo("ASIA1");
  }

  @Test
  void shouldRefuseAPartThatSeveralHave() throws IOException {
    remember("sluice-orders-Guard", "sluice-stations-Guard");

    assertThatThrownBy(() -> take("guard"))
        .isInstanceOfSatisfying(
            UserError.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.USAGE))
        .hasMessageContaining("[sluice-orders-Guard, sluice-stations-Guard]");
    assertThat(asked).isEmpty();
  }

  @Test
  void shouldSayWhichRolesThereAreWhereItIsNotDeployed() {
    assertThatThrownBy(() -> take("x"))
        .isInstanceOfSatisfying(
            UserError.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.USAGE))
        .hasMessage("found --role x, which cannot be taken: there is no role x; there are a, b.");
  }
}
