package dev.sluice.local.aws.endpoint;

import static dev.sluice.local.aws.access.PermissionsFixture.allow;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.local.aws.access.Access;
import dev.sluice.local.aws.access.Credentials;
import dev.sluice.local.aws.access.PermissionsFixture;
import dev.sluice.local.aws.access.Signature;
import dev.sluice.local.base.json.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Calls that the endpoint does not let in, by each protocol. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusedCallsTest {
  private static final Credentials STRANGER = new Credentials("AKIASTRANGER", "s", null);

  private static final String DENIED =
      "User: arn:aws:sts::000000000000:assumed-role/nobody/test is not authorized to perform:"
          + " things:Use on resource: * because no identity-based policy allows the things:Use"
          + " action";

  private final HttpClient http = HttpClient.newHttpClient();
  private final AtomicInteger done = new AtomicInteger();
  private PermissionsFixture fixture;
  private Endpoint endpoint;

  @BeforeAll
  void start(@TempDir Path directory) throws Exception {
    fixture = new PermissionsFixture(directory);
    fixture.role("user", allow("things:*", "*"));
    fixture.role("nobody", allow("things:Nothing", "*"));
    JsonOperation count = input -> Json.object().put("done", done.incrementAndGet());
    JsonService usual =
        new JsonService("Things", "Things", "1.1", (o, in) -> needed(o)).operation("Use", count);
    JsonService other =
        new JsonService("Others", "Others", "1.0", (o, in) -> needed(o))
            .operation("Use", count)
            .denied("AccessDenied", 403);
    QueryService query =
        new QueryService(
                "Forms",
                "http://forms.amazonaws.com/doc/2010-01-01/",
                "AuthorizationError",
                (o, form) -> needed(o))
            .operation("Use", form -> Json.object().put("Done", done.incrementAndGet()));
    endpoint = new Endpoint(0);
    endpoint.serve(fixture.permissions, List.of(usual, other), List.of(query), List.of(route()));
  }

  private static List<Access> needed(String operation) {
    return List.of(Access.to("things:" + operation, "*"));
  }

  private Route route() {
    return new Route() {
      @Override
      public boolean matches(String method, String path) {
        return path.equals("/things");
      }

      @Override
      public List<Access> access(Request request) {
        return needed("Use");
      }

      @Override
      public Answer answer(Request request) {
        return new Answer(200, Map.of(), ("" + done.incrementAndGet()).getBytes());
      }
    };
  }

  @AfterAll
  void stop() {
    endpoint.close();
    fixture.close();
  }

  /** Signed by those credentials; null for none. */
  private HttpResponse<String> post(Credentials signer, String path, String body, String... headers)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(endpoint.url() + path))
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    if (signer != null) {
      request.header("Authorization", Signature.header(signer, "us-east-1", "things"));
      if (signer.sessionToken() != null) {
        request.header("X-Amz-Security-Token", signer.sessionToken());
      }
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> json(Credentials signer, String target) throws Exception {
    return post(signer, "/", "{}", "X-Amz-Target", target);
  }

  private HttpResponse<String> form(Credentials signer) throws Exception {
    return post(
        signer,
        "/",
        "Action=Use&Version=2010-01-01",
        "Content-Type",
        "application/x-www-form-urlencoded");
  }

  private static void assertJson(
      HttpResponse<String> answer, int status, String code, String message) {
    JsonNode body = Json.parse(answer.body());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(body.path("__type").asText()).isEqualTo(code);
    assertThat(answer.headers().firstValue("x-amzn-ErrorType")).contains(code);
    assertThat(body.path("message").asText()).contains(message);
  }

  private static void assertForm(
      HttpResponse<String> answer, int status, String code, String message) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.body())
        .contains("<Type>Sender</Type><Code>" + code + "</Code>")
        .contains(message);
  }

  @Test
  void shouldLetARoleInThatMay() throws Exception {
    Credentials user = fixture.credentials("user");
    int before = done.get();
    assertThat(json(user, "Things.Use").statusCode()).isEqualTo(200);
    assertThat(form(user).statusCode()).isEqualTo(200);
    assertThat(post(user, "/things", "").statusCode()).isEqualTo(200);
    assertThat(done.get()).isEqualTo(before + 3);
  }

  @Test
  void shouldRefuseWhatNobodySigned() throws Exception {
    int before = done.get();
    String message = "Missing Authentication Token";
    assertJson(json(null, "Things.Use"), 403, "MissingAuthenticationTokenException", message);
    assertJson(post(null, "/things", ""), 403, "MissingAuthenticationTokenException", message);
    assertForm(form(null), 403, "MissingAuthenticationToken", message);
    assertThat(done.get()).isEqualTo(before);
  }

  @Test
  void shouldRefuseAKeyThatIsNotKnown() throws Exception {
    Credentials user = fixture.credentials("user");
    Credentials forged = new Credentials(user.accessKeyId(), user.secretAccessKey(), "forged");
    int before = done.get();
    String message = "The security token included in the request is invalid";
    for (Credentials unknown : List.of(STRANGER, forged)) {
      assertJson(json(unknown, "Things.Use"), 403, "UnrecognizedClientException", message);
      assertJson(post(unknown, "/things", ""), 403, "UnrecognizedClientException", message);
      assertForm(form(unknown), 403, "InvalidClientTokenId", message);
    }
    assertThat(done.get()).isEqualTo(before);
  }

  @Test
  void shouldRefuseARoleThatMayNotByTheServicesOwnCode() throws Exception {
    Credentials nobody = fixture.credentials("nobody");
    int before = done.get();
    assertJson(json(nobody, "Things.Use"), 400, "AccessDeniedException", DENIED);
    assertJson(json(nobody, "Others.Use"), 403, "AccessDenied", DENIED);
    assertJson(post(nobody, "/things", ""), 403, "AccessDeniedException", DENIED);
    assertForm(form(nobody), 403, "AuthorizationError", DENIED);
    assertThat(done.get()).isEqualTo(before);
  }
}
