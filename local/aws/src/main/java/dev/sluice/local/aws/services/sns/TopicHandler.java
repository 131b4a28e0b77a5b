package dev.sluice.local.aws.services.sns;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.local.aws.template.Deployed;
import dev.sluice.local.aws.template.Resource;
import dev.sluice.local.aws.template.ResourceHandler;

/** AWS::SNS::Topic. */
final class TopicHandler implements ResourceHandler {
  private static final int MAX_NAME = 256;

  private final Topics topics;

  TopicHandler(Topics topics) {
    this.topics = topics;
  }

  @Override
  public String type() {
    return "AWS::SNS::Topic";
  }

  @Override
  public Deployed deploy(Resource resource) {
    String name = resource.physicalName("TopicName", MAX_NAME);
    String arn = topics.create(name, resource.text("DisplayName"));
    for (JsonNode subscription : resource.properties().path("Subscription")) {
      topics.subscribe(
          arn, subscription.path("Protocol").asText(), subscription.path("Endpoint").asText());
    }
    return Deployed.ref(arn).with("TopicArn", arn).with("TopicName", name);
  }
}
