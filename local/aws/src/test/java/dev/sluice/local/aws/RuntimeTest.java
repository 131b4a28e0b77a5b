package dev.sluice.local.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.local.base.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.EventBridgeException;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.NotFoundException;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterNotFoundException;
import software.amazon.awssdk.services.sts.StsClient;

/** All services of one runtime, through AWS's own clients. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RuntimeTest {
  private static final String STACK =
      """
      {
        'Role': {'Type': 'AWS::IAM::Role', 'Properties': {'AssumeRolePolicyDocument': {
          'Version': '2012-10-17', 'Statement': [{
            'Effect': 'Allow', 'Principal': {'Service': 'states.amazonaws.com'},
            'Action': 'sts:AssumeRole'}]}}},
        'Table': {'Type': 'AWS::DynamoDB::Table', 'Properties': {
          'TableName': 'audit',
          'AttributeDefinitions': [
            {'AttributeName': 'dataset', 'AttributeType': 'S'},
            {'AttributeName': 'state', 'AttributeType': 'S'}],
          'KeySchema': [{'AttributeName': 'dataset', 'KeyType': 'HASH'}],
          'GlobalSecondaryIndexes': [{
            'IndexName': 'by-state',
            'KeySchema': [{'AttributeName': 'state', 'KeyType': 'HASH'}],
            'Projection': {'ProjectionType': 'ALL'}}],
          'PointInTimeRecoverySpecification': {'PointInTimeRecoveryEnabled': true}}},
        'Topic': {'Type': 'AWS::SNS::Topic', 'Properties': {'TopicName': 'alerts'}},
        'Alarm': {'Type': 'AWS::CloudWatch::Alarm'},
        'Queue': {'Type': 'AWS::SQS::Queue', 'Properties': {'QueueName': 'inbox'}},
        'QueuePolicy': {'Type': 'AWS::SQS::QueuePolicy', 'Properties': {
          'Queues': [{'Ref': 'Queue'}],
          'PolicyDocument': {'Version': '2012-10-17', 'Statement': [{
            'Effect': 'Allow', 'Principal': {'Service': 'events.amazonaws.com'},
            'Action': 'sqs:SendMessage', 'Resource': {'Fn::GetAtt': ['Queue', 'Arn']}}]}}},
        'Rule': {'Type': 'AWS::Events::Rule', 'Properties': {
          'Name': 'tests',
          'EventPattern': {'source': ['test'], 'detail': {'size': [{'numeric': ['>', 1]}]}},
          'Targets': [{'Id': 'a', 'Arn': {'Fn::GetAtt': ['Queue', 'Arn']},
            'InputTransformer': {
              'InputPathsMap': {'size': '$.detail.size', 'name': '$.detail.name'},
              'InputTemplate': '{\\'text\\': \\'<name> has <size>\\', \\'size\\': <size>}'}}]}},
        'Ended': {'Type': 'AWS::Events::Rule', 'Properties': {
          'Name': 'ended',
          'EventPattern': {'source': ['aws.states'], 'detail': {'status': ['SUCCEEDED']}},
          'Targets': [{'Id': 'a', 'Arn': {'Fn::GetAtt': ['Queue', 'Arn']},
            'InputPath': '$.detail.executionArn'}]}},
        'Secret': {'Type': 'AWS::SecretsManager::Secret', 'Properties': {
          'Name': 'shop',
          'GenerateSecretString': {'SecretStringTemplate': '{\\'username\\': \\'admin\\'}',
            'GenerateStringKey': 'password', 'PasswordLength': 20, 'ExcludePunctuation': true}}},
        'Parameter': {'Type': 'AWS::SSM::Parameter', 'Properties': {
          'Name': '/pipelines/orders', 'Type': 'String',
          'Value': {'Fn::Sub': '${Table} of {{resolve:secretsmanager:${Secret}:SecretString:username}}'}}},
        'Machine': {'Type': 'AWS::StepFunctions::StateMachine', 'Properties': {
          'StateMachineName': 'orders',
          'RoleArn': {'Fn::GetAtt': ['Role', 'Arn']},
          'DefinitionString': {'Fn::Join': ['', [
            '{\\'QueryLanguage\\': \\'JSONata\\', \\'StartAt\\': \\'a\\', \\'States\\': {\\'a\\':',
            '{\\'Type\\': \\'Pass\\', \\'Output\\': {\\'table\\': \\'', {'Ref': 'Table'}, '\\'}, \\'End\\': true}}}'
          ]]}}}
      }
      """
          .replace("\\'", "\\\"");

  private Path state;
  private Runtime runtime;
  private String url;
  private JsonNode endpoints;
  private final List<String> progress = new ArrayList<>();

  @BeforeAll
  void start(@TempDir Path directory) throws Exception {
    Path assembly =
        new TestAssembly(directory.resolve("cdk.out"))
            .stack("Test", STACK)
            .stack(
                "LeftOut",
                "{'Db': {'Type': 'AWS::RDS::DBInstance'}, 'Queue': {'Type': 'AWS::SQS::Queue'}}",
                "Test")
            .write();
    state = Files.createDirectories(directory.resolve("state"));
    Files.writeString(
        state.resolve("permissions.json"),
        "{\"roles\": {\"removed-Role\": {\"grants\": [], \"refused\": []}}}");
    runtime =
        new Runtime(new Options(assembly, state, 0, false, List.of("Test"), false), progress::add);
    runtime.start();
    endpoints = Json.read(state.resolve("endpoint.json")).path("endpoints");
    url = endpoints.path("default").asText();
  }

  @AfterAll
  void stop() {
    runtime.close();
    assertThat(state.resolve("endpoint.json")).doesNotExist();
  }

  private JsonNode receive() throws IOException, InterruptedException {
    JsonNode message =
        Calls.json(
            url,
            "AmazonSQS.ReceiveMessage",
            "{'QueueUrl': '" + url + "/000000000000/inbox', 'WaitTimeSeconds': 10}");
    JsonNode first = message.path("Messages").path(0);
    Calls.json(
        url,
        "AmazonSQS.DeleteMessage",
        "{'QueueUrl': '"
            + url
            + "/000000000000/inbox', 'ReceiptHandle': '"
            + first.path("ReceiptHandle").asText()
            + "'}");
    return first;
  }

  @Test
  void shouldListTheRolesThatAreDeployedAndNoneThatWasRemoved() throws Exception {
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    List<String> roles = List.of();
    // It is written every few seconds.
    while (roles.isEmpty() || roles.contains("removed-Role") && System.nanoTime() < deadline) {
      Thread.sleep(50);
      roles =
          Json.read(state.resolve("permissions.json")).path("roles").properties().stream()
              .map(Map.Entry::getKey)
              .toList();
    }
    assertThat(roles).singleElement().asString().startsWith("Test-Role-");
  }

  @Test
  void shouldSayWhatItDeployedAndWhatItDoesNotRun() {
    assertThat(progress)
        .containsSubsequence(
            "stack Test: 11 resources",
            "left to AWS, nothing to run here: 1 CloudWatch",
            "ready at " + url);
  }

  @Test
  void shouldRunAStateMachineAndSendItsEnd() throws Exception {
    try (SfnClient sfn = Sdk.client(SfnClient.builder(), url)) {
      String machine = "arn:aws:states:us-east-1:000000000000:stateMachine:orders";
      String execution = sfn.startExecution(b -> b.stateMachineArn(machine)).executionArn();

      JsonNode message = receive();

      assertThat(message.path("Body").asText()).contains(execution);
      assertThat(sfn.describeExecution(b -> b.executionArn(execution)).output())
          .isEqualTo("{\"table\":\"audit\"}");
      assertThatThrownBy(() -> sfn.describeExecution(b -> b.executionArn(execution + "x")))
          .isInstanceOf(ExecutionDoesNotExistException.class);
      assertThat(sfn.listTagsForResource(b -> b.resourceArn(machine)).tags()).isEmpty();
    }
  }

  @Test
  void shouldNameAnOperationThatItDoesNotHave() {
    try (EventBridgeClient events = Sdk.client(EventBridgeClient.builder(), url)) {
      assertThatThrownBy(() -> events.listEventBuses(b -> b.limit(1)))
          .isInstanceOf(EventBridgeException.class)
          .hasMessageContaining("EventBridge ListEventBuses is not available locally");
    }
  }

  @Test
  void shouldSendMatchingEventsToTargets() throws Exception {
    try (EventBridgeClient events = Sdk.client(EventBridgeClient.builder(), url)) {
      PutEventsRequestEntry.Builder entry =
          PutEventsRequestEntry.builder().source("test").detailType("Thing");
      var answer =
          events.putEvents(
              b ->
                  b.entries(
                      entry.detail("{\"size\": 1, \"name\": \"one\"}").build(),
                      entry.detail("not json").build(),
                      entry.detail("{\"size\": 2, \"name\": \"two\"}").build()));

      assertThat(answer.failedEntryCount()).isEqualTo(1);
      assertThat(receive().path("Body").asText()).isEqualTo("{\"text\":\"two has 2\",\"size\":2}");
      assertThat(events.listRules(b -> b.namePrefix("te")).rules().get(0).name())
          .isEqualTo("tests");
      assertThat(events.describeRule(b -> b.name("tests")).eventPattern()).contains("numeric");
      assertThat(events.listTargetsByRule(b -> b.rule("tests")).targets().get(0).arn())
          .endsWith(":inbox");
    }
  }

  @Test
  void shouldMakeTheTableWithItsIndex() {
    try (DynamoDbClient tables =
        Sdk.client(DynamoDbClient.builder(), endpoints.path("dynamodb").asText())) {
      tables.putItem(
          b ->
              b.tableName("audit")
                  .item(
                      Map.of(
                          "dataset", AttributeValue.fromS("sales"),
                          "state", AttributeValue.fromS("NEW"))));

      assertThat(
              tables
                  .query(
                      b ->
                          b.tableName("audit")
                              .indexName("by-state")
                              .keyConditionExpression("#s = :s")
                              .expressionAttributeNames(Map.of("#s", "state"))
                              .expressionAttributeValues(Map.of(":s", AttributeValue.fromS("NEW"))))
                  .count())
          .isEqualTo(1);
    }
  }

  @Test
  void shouldPutPublishedMessagesIntoTheMailbox() throws Exception {
    try (SnsClient sns = Sdk.client(SnsClient.builder(), url)) {
      String topic = sns.listTopics().topics().get(0).topicArn();
      sns.subscribe(b -> b.topicArn(topic).protocol("email").endpoint("ops@example.com"));
      String id =
          sns.publish(b -> b.topicArn(topic).subject("Größe: 1/2 failed").message("Zeile ä\nend"))
              .messageId();

      assertThat(id).isNotEmpty();
      assertThat(sns.listSubscriptionsByTopic(b -> b.topicArn(topic)).subscriptions()).hasSize(1);
      assertThat(sns.getTopicAttributes(b -> b.topicArn(topic)).attributes())
          .containsEntry("SubscriptionsConfirmed", "1");
      assertThatThrownBy(() -> sns.publish(b -> b.topicArn(topic + "x").message("m")))
          .isInstanceOf(NotFoundException.class);
      try (Stream<Path> mails = Files.list(state.resolve("mail"))) {
        Path mail = mails.findFirst().orElseThrow();
        assertThat(mail.getFileName().toString())
            .matches("000001-\\d{8}T\\d{6}Z-Gro-e-1-2-failed\\.eml");
        assertThat(Files.readString(mail, StandardCharsets.UTF_8))
            .contains("To: ops@example.com\r\n", "Subject: =?UTF-8?B?", "\r\n\r\nZeile ä\r\nend");
      }
    }
  }

  @Test
  void shouldResolveReferencesInParameters() {
    try (SsmClient ssm = Sdk.client(SsmClient.builder(), url)) {
      assertThat(ssm.getParameter(b -> b.name("/pipelines/orders")).parameter().value())
          .isEqualTo("audit of admin");
      assertThat(ssm.getParametersByPath(b -> b.path("/pipelines")).parameters()).hasSize(1);
      assertThat(ssm.getParameters(b -> b.names("/pipelines/orders", "/x")).invalidParameters())
          .containsExactly("/x");
      assertThatThrownBy(() -> ssm.getParameter(b -> b.name("/x")))
          .isInstanceOf(ParameterNotFoundException.class);
    }
  }

  @Test
  void shouldStartNothingForAStackThatIsLeftOut() {
    assertThat(progress).anyMatch(line -> line.startsWith("stack Test"));
    assertThat(progress).noneMatch(line -> line.contains("LeftOut"));
    assertThat(Json.read(state.resolve("endpoint.json")).has("postgres")).isFalse();
    assertThat(state.resolve("postgres")).isEmptyDirectory();
  }

  @Test
  void shouldGenerateSecrets() {
    try (SecretsManagerClient secrets = Sdk.client(SecretsManagerClient.builder(), url)) {
      JsonNode secret = Json.parse(secrets.getSecretValue(b -> b.secretId("shop")).secretString());

      assertThat(secret.path("username").asText()).isEqualTo("admin");
      assertThat(secret.path("password").asText()).matches("[A-Za-z0-9]{20}");
      assertThatThrownBy(() -> secrets.getSecretValue(b -> b.secretId("none")))
          .isInstanceOf(ResourceNotFoundException.class);
    }
  }

  @Test
  void shouldSayWhoIsCalling() {
    try (StsClient sts = Sdk.client(StsClient.builder(), url)) {
      assertThat(sts.getCallerIdentity().account()).isEqualTo("000000000000");
    }
  }

  @Test
  void shouldRefuseASecondRuntimeInTheSameState() {
    assertThatThrownBy(
            () -> new Runtime(new Options(state, state, 0, false, List.of(), false), line -> {}))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("in use by process " + ProcessHandle.current().pid());
  }

  @Test
  void shouldSayThatAPortIsTaken(@TempDir Path other) {
    int port = Integer.parseInt(url.substring(url.lastIndexOf(':') + 1));

    assertThatThrownBy(
            () -> new Runtime(new Options(other, other, port, false, List.of(), false), line -> {}))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("port " + port + " is in use by another program")
        .hasMessageContaining("--port");
  }
}
