package dev.sluice.local.aws.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.local.aws.TestAssembly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeployerTest {
  @TempDir Path directory;
  private final List<String> progress = new ArrayList<>();
  private final Map<String, Resource> deployed = new LinkedHashMap<>();

  /** Remembers what it was given. */
  private final ResourceHandler things =
      new ResourceHandler() {
        @Override
        public String type() {
          return "Test::A::Thing";
        }

        @Override
        public Deployed deploy(Resource resource) {
          if (resource.properties().has("Fail")) {
            throw new IllegalStateException("it is said to fail");
          }
          deployed.put(resource.logicalId(), resource);
          return Deployed.ref(resource.physicalName("Name", 40))
              .with("Arn", "arn:" + resource.logicalId())
              .with("Endpoint.Port", "5432");
        }
      };

  private void deploy(TestAssembly assembly) throws IOException {
    deploy(Assembly.read(assembly.write()));
  }

  private void deploy(Assembly assembly) {
    new Deployer(
            List.of(things),
            reference -> "<" + reference + ">",
            directory.resolve("deployment.json"),
            progress::add)
        .deploy(assembly);
  }

  private TestAssembly assembly() throws IOException {
    return new TestAssembly(directory.resolve("cdk.out"));
  }

  private JsonNode properties(String logicalId) {
    return deployed.get(logicalId).properties();
  }

  private String resolved(String value) throws IOException {
    deploy(
        assembly()
            .template(
                "S",
                """
                {'Parameters': {'P': {'Type': 'String', 'Default': 'p'}},
                 'Mappings': {'M': {'a': {'b': 'mapped'}}},
                 'Conditions': {
                   'Yes': {'Fn::Equals': [{'Ref': 'P'}, 'p']},
                   'No': {'Fn::Not': [{'Condition': 'Yes'}]},
                   'Both': {'Fn::And': [{'Condition': 'Yes'}, {'Condition': 'No'}]},
                   'One': {'Fn::Or': [{'Condition': 'Both'}, {'Condition': 'Yes'}]}},
                 'Resources': {
                   'B': {'Type': 'Test::A::Thing', 'Properties': {'Value': %s}},
                   'A': {'Type': 'Test::A::Thing', 'Properties': {'Name': 'a'}}}}
                """
                    .formatted(value)));
    return properties("B").path("Value").toString().replace('"', '\'');
  }

  @Test
  void shouldResolveIntrinsicFunctions() throws IOException {
    assertThat(resolved("{'Ref': 'A'}")).isEqualTo("'a'");
    assertThat(resolved("{'Fn::GetAtt': ['A', 'Arn']}")).isEqualTo("'arn:A'");
    assertThat(resolved("{'Fn::GetAtt': 'A.Endpoint.Port'}")).isEqualTo("'5432'");
    assertThat(resolved("{'Fn::Join': ['-', ['x', {'Ref': 'P'}, 3]]}")).isEqualTo("'x-p-3'");
    assertThat(resolved("{'Fn::Sub': '${A}/${A.Arn}/${AWS::Region}/${!Literal}'}"))
        .isEqualTo("'a/arn:A/us-east-1/${Literal}'");
    assertThat(resolved("{'Fn::Sub': ['${x}$1', {'x': {'Ref': 'A'}}]}")).isEqualTo("'a$1'");
    assertThat(resolved("{'Fn::Select': [1, {'Fn::Split': ['|', 'a|b|c']}]}")).isEqualTo("'b'");
    assertThat(resolved("{'Fn::If': ['One', 'yes', 'no']}")).isEqualTo("'yes'");
    assertThat(resolved("{'Fn::If': ['Both', 'yes', 'no']}")).isEqualTo("'no'");
    assertThat(resolved("{'Fn::FindInMap': ['M', 'a', 'b']}")).isEqualTo("'mapped'");
    assertThat(resolved("{'Fn::Base64': 'hi'}")).isEqualTo("'aGk='");
    assertThat(resolved("[1, {'Ref': 'AWS::NoValue'}, true]")).isEqualTo("[1,true]");
    assertThat(resolved("'{{resolve:ssm:/x}} {{resolve:secretsmanager:a:SecretString:b::}}'"))
        .isEqualTo("'<ssm:/x> <secretsmanager:a:SecretString:b::>'");
  }

  @Test
  void shouldSayWhereAReferenceLeadsNowhere() {
    assertThatThrownBy(() -> resolved("{'Fn::GetAtt': ['A', 'Colour']}"))
        .isInstanceOf(DeploymentException.class)
        .hasMessage(
            "S/B (Test::A::Thing): resource A has no attribute Colour locally; it has [Arn,"
                + " Endpoint.Port]");
    assertThatThrownBy(() -> resolved("{'Ref': 'Nobody'}"))
        .hasMessageContaining("the template has no resource or parameter Nobody");
    assertThatThrownBy(() -> resolved("{'Fn::Transform': {}}"))
        .hasMessageContaining("Fn::Transform does not run locally");
    assertThatThrownBy(() -> resolved("{'Fn::Select': [3, ['a']]}"))
        .hasMessageContaining("asks for item 3 of 1");
  }

  @Test
  void shouldDeployStacksAndResourcesAfterWhatTheyNeed() throws IOException {
    deploy(
        assembly()
            .stack(
                "Second",
                "{'Late': {'Type': 'Test::A::Thing', 'Properties':"
                    + " {'Value': {'Fn::ImportValue': 'First:a'}}}}",
                "First")
            .template(
                "First",
                """
                {'Resources': {
                   'Waits': {'Type': 'Test::A::Thing', 'DependsOn': ['Early'], 'Properties': {
                     'Value': {'Fn::Sub': 'x-${Middle.Arn}'}}},
                   'Middle': {'Type': 'Test::A::Thing', 'Properties': {
                     'Value': {'Ref': 'Early'}}},
                   'Never': {'Type': 'Test::A::Thing', 'Condition': 'No'},
                   'Early': {'Type': 'Test::A::Thing'}},
                 'Conditions': {'No': {'Fn::Equals': ['a', 'b']}},
                 'Outputs': {'a': {'Value': {'Fn::GetAtt': ['Early', 'Arn']},
                   'Export': {'Name': 'First:a'}}}}
                """));

    assertThat(deployed.keySet()).containsExactly("Early", "Middle", "Waits", "Late");
    assertThat(properties("Late").path("Value").asText()).isEqualTo("arn:Early");
  }

  @Test
  void shouldRefuseACircle() {
    assertThatThrownBy(
            () ->
                deploy(
                    assembly()
                        .stack(
                            "S",
                            "{'A': {'Type': 'Test::A::Thing', 'DependsOn': 'B'},"
                                + " 'B': {'Type': 'Test::A::Thing', 'DependsOn': 'A'}}")))
        .hasMessageContaining("circle: [A, B]");
  }

  @Test
  void shouldNameEveryUnknownTypeBeforeAnythingIsDeployed() {
    assertThatThrownBy(
            () ->
                deploy(
                    assembly()
                        .stack(
                            "S",
                            "{'A': {'Type': 'Test::A::Thing'}, 'B': {'Type': 'AWS::MSK::Cluster'},"
                                + " 'C': {'Type': 'AWS::EKS::Cluster'}}")))
        .isInstanceOf(DeploymentException.class)
        .hasMessageContaining("S/B is of type AWS::MSK::Cluster; S/C is of type AWS::EKS::Cluster")
        .hasMessageContaining("ResourceHandler");
    assertThat(deployed).isEmpty();
  }

  @Test
  void shouldGiveNamesAndArnsToWhatIsNotRun() throws IOException {
    deploy(
        assembly()
            .stack(
                "S",
                """
                {'Role': {'Type': 'AWS::IAM::Role', 'Properties': {'RoleName': 'me'}},
                 'Key': {'Type': 'AWS::KMS::Key'},
                 'A': {'Type': 'Test::A::Thing', 'Properties': {
                   'Role': {'Fn::GetAtt': ['Role', 'Arn']}, 'Key': {'Ref': 'Key'}}}}
                """));

    assertThat(properties("A").path("Role").asText())
        .isEqualTo("arn:aws:iam::000000000000:role/me");
    assertThat(properties("A").path("Key").asText()).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-.{12}");
    assertThat(progress).contains("left to AWS, nothing to run here: 1 IAM, 1 KMS");
  }

  @Test
  void shouldTellChangedFromUnchangedAndReportWhatWasRemoved() throws IOException {
    String one = "{'A': {'Type': 'Test::A::Thing', 'Properties': {'Value': 1}}}";
    String two =
        "{'A': {'Type': 'Test::A::Thing', 'Properties': {'Value': 1}},"
            + " 'B': {'Type': 'Test::A::Thing'}}";
    deploy(assembly().stack("S", two));
    assertThat(deployed.get("A").changed()).isTrue();
    assertThat(deployed.get("A").previous()).isNull();

    deploy(assembly().stack("S", two));
    assertThat(deployed.get("A").changed()).isFalse();
    assertThat(deployed.get("A").previous().ref()).isEqualTo(deployed.get("A").previous().ref());

    deploy(assembly().stack("S", one.replace("1", "2")));
    assertThat(deployed.get("A").changed()).isTrue();
    assertThat(progress).contains("no longer in the template, data kept: S/B (Test::A::Thing)");
  }

  @Test
  void shouldKeepAndNotSpeakOfWhatALeftOutStackHad() throws IOException {
    String thing = "{'%s': {'Type': 'Test::A::Thing'}}";
    String two = "{'A': {'Type': 'Test::A::Thing'}, 'B': {'Type': 'Test::A::Thing'}}";
    deploy(assembly().stack("S", two).stack("Other", thing.formatted("C")));
    progress.clear();

    TestAssembly changed = assembly().stack("S", thing.formatted("A"));
    changed.stack("Other", thing.formatted("C"));
    deploy(Assembly.read(changed.write()).select(List.of("S")));

    assertThat(progress)
        .containsExactly(
            "stack S: 1 resources", "no longer in the template, data kept: S/B (Test::A::Thing)");
    assertThat(DeploymentState.stacks(directory.resolve("deployment.json")))
        .containsExactlyInAnyOrder("S", "Other");
    Path state = directory.resolve("deployment.json");
    assertThat(DeploymentState.refs(state, "Test::A::Thing"))
        .as("what is deployed, and what the left out stack had")
        .hasSize(2);
    assertThat(DeploymentState.refs(state, "Test::A::Other")).isEmpty();
    deploy(changed);
    assertThat(deployed.get("C").changed()).isFalse();
  }

  @Test
  void shouldRememberWhatWasDeployedBeforeAFailure() throws IOException {
    String fails =
        "{'A': {'Type': 'Test::A::Thing'}, 'B': {'Type': 'Test::A::Thing', 'Properties':"
            + " {'Fail': true}}}";
    TestAssembly assembly = assembly().stack("S", fails);

    assertThatThrownBy(() -> deploy(assembly))
        .hasMessage("S/B (Test::A::Thing): it is said to fail");

    deploy(assembly().stack("S", "{'A': {'Type': 'Test::A::Thing'}}"));
    assertThat(deployed.get("A").changed()).isFalse();
  }

  @Test
  void shouldNameThingsTheSameAtEveryDeployment() {
    assertThat(PhysicalNames.of("Stack", "Thing", 63))
        .isEqualTo(PhysicalNames.of("Stack", "Thing", 63))
        .matches("Stack-Thing-[0-9a-f]{12}")
        .isNotEqualTo(PhysicalNames.of("Stack", "Other", 63));
    assertThat(PhysicalNames.of("Stack".repeat(20), "Thing", 63)).hasSize(63);
    assertThat(PhysicalNames.of("acme-dev-orders", "Thing", 20))
        .isNotEqualTo(PhysicalNames.of("acme-dev-stations", "Thing", 20))
        .hasSize(20);
  }

  @Test
  void shouldFindAssetsByBucketAndKey() throws IOException {
    Path written = assembly().asset("abc.sql", "SELECT 1").stack("S", "{}").write();
    Assembly assembly = Assembly.read(written);
    AssetIndex index = new AssetIndex(assembly.assets());

    Path file = index.file("cdk-hnb659fds-assets-000000000000-us-east-1", "abc.sql");

    assertThat(Files.readString(file)).isEqualTo("SELECT 1");
    assertThatThrownBy(() -> index.file("other", "abc.sql"))
        .hasMessageContaining("no asset of the assembly goes to s3://other/abc.sql");
  }

  @Test
  void shouldRefuseWhatIsNoAssembly() throws IOException {
    Files.createDirectories(directory.resolve("empty"));
    assertThatThrownBy(() -> Assembly.read(directory.resolve("empty")))
        .hasMessageContaining("run cdk synth first");
    assertThatThrownBy(() -> Assembly.read(assembly().write()))
        .hasMessageContaining("has no stacks");
  }
}
