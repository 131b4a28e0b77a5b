package dev.sluice.local.aws.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.local.aws.Pages;
import dev.sluice.local.aws.access.Access;
import dev.sluice.local.aws.access.OpenGate;
import dev.sluice.local.base.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EndpointTest {
  private final HttpClient http = HttpClient.newHttpClient();
  private Endpoint endpoint;

  @BeforeAll
  void start() throws IOException {
    JsonService json =
        new JsonService(
                "Things", "AWSThings", "1.0", (o, input) -> List.of(Access.to("things:" + o, "*")))
            .operation("Echo", input -> input)
            .operation("Nothing", input -> null)
            .operation(
                "Refuse",
                input -> {
                  throw new ServiceError("ThingNotFound", "no thing \"x\"");
                })
            .operation(
                "Break",
                input -> {
                  throw new IOException("disk full");
                });
    QueryService query =
        new QueryService(
                "Forms",
                "http://forms.amazonaws.com/doc/2010-01-01/",
                "AccessDenied",
                (o, form) -> List.of())
            .operation(
                "List",
                form -> {
                  var result = Json.object();
                  result.putArray("Items").addObject().put("Name", form.get("Name"));
                  result.putObject("Map").putArray("entry").addObject().put("key", "k");
                  return result;
                })
            .operation(
                "Refuse",
                form -> {
                  throw new ServiceError("NotFound", "a < b", 404);
                });
    endpoint = new Endpoint(0);
    endpoint.serve(new OpenGate(), List.of(json), List.of(query), List.of(new Greeting()));
  }

  @AfterAll
  void stop() {
    endpoint.close();
  }

  private HttpResponse<String> post(String body, String... headers) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(endpoint.url()))
            .headers(headers)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> json(String target, String body) throws Exception {
    return post(body, "X-Amz-Target", target);
  }

  private HttpResponse<String> form(String body) throws Exception {
    return post(body, "Content-Type", "application/x-www-form-urlencoded; charset=utf-8");
  }

  @Test
  void shouldAnswerInTheProtocolOfTheService() throws Exception {
    HttpResponse<String> answer = json("AWSThings.Echo", "{\"ä\":1}");

    assertThat(answer.body()).isEqualTo("{\"ä\":1}");
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/x-amz-json-1.0");
    assertThat(answer.headers().firstValue("x-amzn-RequestId")).isPresent();
    assertThat(json("AWSThings.Nothing", "").body()).isEqualTo("{}");
  }

  @Test
  void shouldSendErrorsAsAwsDoes() throws Exception {
    HttpResponse<String> refused = json("AWSThings.Refuse", "{}");
    HttpResponse<String> broken = json("AWSThings.Break", "{}");

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body())
        .isEqualTo("{\"__type\":\"ThingNotFound\",\"message\":\"no thing \\\"x\\\"\"}");
    assertThat(broken.statusCode()).isEqualTo(500);
    assertThat(broken.body()).contains("InternalFailure", "Things Break failed", "disk full");
  }

  @Test
  void shouldSayWhatIsNotAvailable() throws Exception {
    assertThat(json("AWSThings.Sing", "{}").body())
        .contains(
            "UnknownOperationException",
            "Things Sing is not available locally; available: Echo, Nothing, Refuse, Break");
    assertThat(json("AWSOther.Echo", "{}").body()).contains("AWSOther.Echo belongs to a service");
    assertThat(form("Action=Sing").body()).contains("<Code>InvalidAction</Code>", "Sing");
    assertThat(post("", "Content-Type", "text/plain").body())
        .contains("POST / is no operation of the local AWS");
  }

  @Test
  void shouldRefuseWhatIsNoJsonObject() throws Exception {
    assertThat(json("AWSThings.Echo", "{").body()).contains("SerializationException");
    assertThat(json("AWSThings.Echo", "[1]").body()).contains("SerializationException");
  }

  @Test
  void shouldSpeakFormsAndXml() throws Exception {
    assertThat(form("Action=List&Version=2010-01-01&Name=a+%26+b%01").body())
        .startsWith(
            "<ListResponse xmlns=\"http://forms.amazonaws.com/doc/2010-01-01/\"><ListResult>"
                + "<Items><member><Name>a &amp; b\uFFFD</Name></member></Items>"
                + "<Map><entry><key>k</key></entry></Map></ListResult><ResponseMetadata>");
    HttpResponse<String> refused = form("Action=Refuse");
    assertThat(refused.statusCode()).isEqualTo(404);
    assertThat(refused.body())
        .contains("<Type>Sender</Type><Code>NotFound</Code><Message>a &lt; b</Message>");
    assertThat(form("Action=List&Version=1999-01-01").body()).contains("InvalidAction");
  }

  @Test
  void shouldRouteRest() throws Exception {
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(URI.create(endpoint.url() + "/hello%20you?x=1%2B1")).build(),
            HttpResponse.BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(answer.body()).isEqualTo("/hello you 1+1");
  }

  @Test
  void shouldShutOutWebPagesAndLetProgramsPass() throws Exception {
    Pages.assertShutOut(endpoint.url());
    Pages.assertProgramsPass(endpoint.url());
  }

  @Test
  void shouldListenOnLoopbackOnly() {
    assertThat(endpoint.url()).startsWith("http://127.0.0.1:");
  }

  @Test
  void shouldRefuseTwoOperationsOfOneName() {
    JsonService twice =
        new JsonService("T", "T", "1.1", (o, input) -> List.of()).operation("A", input -> null);

    assertThatThrownBy(() -> twice.operation("A", input -> null))
        .hasMessage("T has two operations A");
  }

  private static final class Greeting implements Route {
    @Override
    public boolean matches(String method, String path) {
      return method.equals("GET") && path.startsWith("/hello");
    }

    @Override
    public List<Access> access(Request request) {
      return List.of(Access.to("greetings:Hear", "*"));
    }

    @Override
    public Answer answer(Request request) {
      String text = request.path() + " " + request.query().get("x").get(0);
      return new Answer(202, Map.of(), text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
