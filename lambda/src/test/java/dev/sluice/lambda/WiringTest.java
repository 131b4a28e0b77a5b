package dev.sluice.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.lambda.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;

/** Handlers as they are deployed: their own constructors, environment, clients, in a fresh JVM. */
class WiringTest {

  private static final String HEADER =
      "Date,Salesperson,Lead Name,Segment,Region,Target Close,Forecasted Monthly Revenue,"
          + "Opportunity Stage,Weighted Revenue,Closed Opportunity,Active Opportunity,"
          + "Latest Status Entry\n";
  private static final String ROW =
      "1/2/2019,Ann,Acme,Consumer,West,3/1/2019,1000,Lead,100,FALSE,TRUE,TRUE\n";

  private static String audit;
  private static String coordination;
  private static String landing;
  private static String lake;
  private static String work;

  @TempDir Path directory;

  @BeforeAll
  static void create() {
    audit = DynamoDb.auditTable();
    coordination = DynamoDb.table("topic", "id");
    landing = S3.bucket();
    lake = S3.bucket();
    work = S3.bucket();
  }

  @Test
  void shouldTakeAFileFromItsArrivalToItsIngestion() throws Exception {
    String key = "sales/a b+c%20.csv";
    String version =
        S3.client()
            .putObject(p -> p.bucket(landing).key(key), RequestBody.fromString(HEADER + ROW + ROW))
            .versionId();
    String event =
        Handlers.event("object-created.json")
            .replace("\"landing\"", "\"" + landing + "\"")
            .replaceFirst("sales/März[^\"]*", key)
            .replaceFirst("IYV3[^\"]*", version);

    List<String> answers =
        invoke(
            "RegisterFileHandler",
            event,
            "ListFilesHandler",
            list("validate_sales", "NEW"),
            "ListFilesHandler",
            list("process_sales", "VALID"));
    assertThat(answers.get(0)).contains("\"dataset\":\"sales\"", "\"registered\":true");
    assertThat(answers.get(1)).contains("\"count\":1");
    assertThat(answers.get(2)).contains("\"count\":0");

    String line = object(work, "runs/run-1/validate_sales/files.jsonl").strip();
    answers =
        invoke(
            "ValidateFilesHandler",
            "{\"BatchInput\":{\"execution\":\"run-1\",\"step\":\"validate_sales\"},\"Items\":["
                + line
                + "]}",
            "ListFilesHandler",
            list("process_sales", "VALID"),
            "MarkIngestedHandler",
            "{\"execution\":\"run-1\",\"steps\":{\"process_sales\":\"sales\"}}");
    assertThat(answers.get(0)).isEqualTo("{\"valid\":1,\"invalid\":0,\"rows\":2,\"superseded\":0}");
    assertThat(answers.get(2)).isEqualTo("{\"ingested\":1,\"sales\":1}");
    assertThat(object(lake, "raw/sales/a b+c%2520.csv.jsonl").lines()).hasSize(2);
    assertThat(object(lake, "originals/sales/a b+c%20.csv")).isEqualTo(HEADER + ROW + ROW);
    assertThat(S3.client().listObjectVersions(l -> l.bucket(landing)).versions()).isEmpty();
  }

  @Test
  void shouldMakeEveryHandlerWithoutArguments() throws Exception {
    List<String> arguments = new ArrayList<>();
    for (String handler : handlers()) {
      arguments.add(handler);
      arguments.add("");
    }

    assertThat(arguments).isNotEmpty();
    assertThat(invoke(arguments.toArray(String[]::new))).hasSize(arguments.size() / 2);
  }

  /** Names of the handlers that were compiled. */
  private static List<String> handlers() throws Exception {
    Path classes =
        Path.of(JsonHandler.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (Stream<Path> files = Files.list(classes.resolve("dev/sluice/lambda"))) {
      return files
          .map(file -> file.getFileName().toString().replace(".class", ""))
          .filter(name -> name.endsWith("Handler") && !name.equals("JsonHandler"))
          .sorted()
          .toList();
    }
  }

  private List<String> invoke(String... namesAndInputs) throws Exception {
    Path answers = directory.resolve("answers");
    Path log = directory.resolve("log");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(InvokeMain.class.getName(), answers.toString()));
    command.addAll(List.of(namesAndInputs));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().putAll(environment());

    Process process = builder.start();
    boolean ended = process.waitFor(2, TimeUnit.MINUTES);
    process.destroyForcibly();

    assertThat(ended && process.exitValue() == 0).as(() -> text(log)).isTrue();
    assertThat(text(log).lines().filter(line -> !line.isBlank()))
        .as("lines of the log, one an event")
        .hasSize(events(namesAndInputs))
        .allSatisfy(
            line -> assertThat(Json.parse(line)).extracting(JsonNode::isObject).isEqualTo(true));
    return text(answers).lines().toList();
  }

  /** Inputs that are not empty; each follows a name. */
  private static int events(String... namesAndInputs) {
    int events = 0;
    for (int i = 1; i < namesAndInputs.length; i += 2) {
      events += namesAndInputs[i].isEmpty() ? 0 : 1;
    }
    return events;
  }

  private static Map<String, String> environment() {
    return Map.ofEntries(
        Map.entry("AWS_REGION", "us-east-1"),
        Map.entry("AWS_ACCESS_KEY_ID", "local"),
        Map.entry("AWS_SECRET_ACCESS_KEY", "local"),
        Map.entry("AWS_EC2_METADATA_DISABLED", "true"),
        Map.entry("AWS_ENDPOINT_URL_S3", S3.endpoint()),
        Map.entry("AWS_ENDPOINT_URL_DYNAMODB", DynamoDb.endpoint()),
        Map.entry("AUDIT_TABLE", audit),
        Map.entry("COORDINATION_TABLE", coordination),
        Map.entry("LANDING_BUCKET", landing),
        Map.entry("LAKE_BUCKET", lake),
        Map.entry("FAILED_BUCKET", lake),
        Map.entry("WORK_BUCKET", work),
        Map.entry("ALERTS_TOPIC", "arn:aws:sns:us-east-1:000000000000:alerts"),
        Map.entry("PIPELINE", "orders"),
        Map.entry("DEPLOYMENT", "sluice"),
        Map.entry("STEPS", "[]"),
        Map.entry("DATASETS", "sales,marketing"),
        Map.entry("TABLES_BUCKET", work),
        Map.entry("TABLES_KEY", "tables.csv"),
        Map.entry("GLUE_DATABASE", "sluice_orders"),
        Map.entry("ITEM_TABLE", audit),
        Map.entry("TARGET_FOLDER", "raw/products/"),
        Map.entry("SOURCE", "stations"),
        Map.entry("BASE_URL", "https://feeds.example/gbfs"),
        Map.entry("FEEDS", "station_information,station_status"),
        Map.entry(
            "STATE_MACHINE_ARN", "arn:aws:states:us-east-1:000000000000:stateMachine:orders"));
  }

  private static String list(String step, String state) {
    return "{\"dataset\":\"sales\",\"state\":\""
        + state
        + "\",\"execution\":\"run-1\",\"step\":\""
        + step
        + "\"}";
  }

  private static String object(String bucket, String key) {
    return S3.client().getObjectAsBytes(g -> g.bucket(bucket).key(key)).asUtf8String();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
