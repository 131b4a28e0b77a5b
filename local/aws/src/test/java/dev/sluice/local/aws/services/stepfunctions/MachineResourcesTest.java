package dev.sluice.local.aws.services.stepfunctions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.asl.Engine;
import dev.sluice.local.asl.EngineConfig;
import dev.sluice.local.asl.integration.ObjectStore;
import dev.sluice.local.aws.template.Deployed;
import dev.sluice.local.aws.template.Resource;
import dev.sluice.local.aws.template.ResourceHandler;
import dev.sluice.local.base.json.Json;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Versions, aliases and activities of templates. */
class MachineResourcesTest {
  private static final String MACHINE = "arn:aws:states:us-east-1:000000000000:stateMachine:m";

  private Engine engine;

  @BeforeEach
  void open(@TempDir Path directory) {
    ObjectStore none =
        (ObjectStore)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {ObjectStore.class},
                (proxy, method, arguments) -> {
                  throw new UnsupportedOperationException(method.getName());
                });
    engine =
        new Engine(
            new EngineConfig(
                directory,
                "us-east-1",
                "000000000000",
                List.of(),
                none,
                change -> {},
                Clock.systemUTC()));
    machine("first");
  }

  @AfterEach
  void close() {
    engine.close();
  }

  private void machine(String comment) {
    String definition =
        "{\"Comment\": \""
            + comment
            + "\", \"QueryLanguage\": \"JSONata\", \"StartAt\": \"s\", \"States\": {\"s\":"
            + " {\"Type\": \"Pass\", \"End\": true}}}";
    engine.createOrUpdateStateMachine(
        Json.object()
            .put("name", "m")
            .put("definition", definition)
            .put("roleArn", "arn:aws:iam::000000000000:role/machine"));
  }

  private static Deployed deploy(ResourceHandler handler, String properties) throws Exception {
    ObjectNode read = (ObjectNode) Json.parse(properties.replace('\'', '"'));
    return handler.deploy(
        new Resource("stack", "Thing", handler.type(), read, Map.of(), true, null, null));
  }

  private Deployed version() throws Exception {
    return deploy(new VersionHandler(engine::call), "{'StateMachineArn': '" + MACHINE + "'}");
  }

  private JsonNode routes(String alias) {
    return engine
        .call("DescribeStateMachineAlias", Json.object().put("stateMachineAliasArn", alias))
        .path("routingConfiguration");
  }

  @Test
  void shouldPublishARevisionOnce() throws Exception {
    assertThat(version().ref()).isEqualTo(MACHINE + ":1");
    assertThat(version()).isEqualTo(Deployed.ref(MACHINE + ":1").with("Arn", MACHINE + ":1"));
    machine("second");
    assertThat(version().ref()).isEqualTo(MACHINE + ":2");
  }

  @Test
  void shouldRefuseAVersionOfARevisionThatIsGone() {
    assertThatThrownBy(
            () ->
                deploy(
                    new VersionHandler(engine::call),
                    "{'StateMachineArn': '" + MACHINE + "', 'StateMachineRevisionId': 'old'}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("ConflictException: Failed to publish");
  }

  @Test
  void shouldRouteAnAliasAndRouteItAnew() throws Exception {
    String first = version().ref();
    machine("second");
    String second = version().ref();
    String routing =
        "{'Name': 'live', 'RoutingConfiguration': [{'StateMachineVersionArn': '%s', 'Weight': 90},"
            + " {'StateMachineVersionArn': '%s', 'Weight': 10}]}";
    AliasHandler handler = new AliasHandler(engine::call);
    Deployed alias = deploy(handler, routing.formatted(first, second));
    assertThat(alias).isEqualTo(Deployed.ref(MACHINE + ":live").with("Arn", MACHINE + ":live"));
    assertThat(routes(alias.ref()).findValuesAsText("weight")).containsExactly("90", "10");

    String preference =
        "{'Name': 'live', 'DeploymentPreference': {'StateMachineVersionArn': '%s', 'Type':"
            + " 'LINEAR', 'Percentage': 10, 'Interval': 1}}";
    deploy(handler, preference.formatted(second));
    assertThat(routes(alias.ref()))
        .isEqualTo(
            Json.parse("[{\"stateMachineVersionArn\": \"" + second + "\", \"weight\": 100}]"));
  }

  @Test
  void shouldWantOneWayToRouteAnAlias() {
    assertThatThrownBy(() -> deploy(new AliasHandler(engine::call), "{'Name': 'live'}"))
        .hasMessage(
            "found neither of RoutingConfiguration and DeploymentPreference; give one of them");
  }

  @Test
  void shouldMakeAnActivityThatWorkersFind() throws Exception {
    Deployed activity =
        deploy(
            new ActivityHandler(engine::call),
            "{'Name': 'approve', 'Tags': [{'Key': 'owner', 'Value': 'shop'}]}");
    String arn = "arn:aws:states:us-east-1:000000000000:activity:approve";
    assertThat(activity).isEqualTo(Deployed.ref(arn).with("Arn", arn).with("Name", "approve"));
    assertThat(
            engine
                .call("DescribeActivity", Json.object().put("activityArn", arn))
                .path("name")
                .asText())
        .isEqualTo("approve");
    assertThat(
            engine.call("ListTagsForResource", Json.object().put("resourceArn", arn)).path("tags"))
        .isEqualTo(Json.parse("[{\"key\": \"owner\", \"value\": \"shop\"}]"));
  }
}
