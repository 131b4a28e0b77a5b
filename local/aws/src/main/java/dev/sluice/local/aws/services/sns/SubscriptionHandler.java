package dev.sluice.local.aws.services.sns;

import dev.sluice.local.aws.template.Deployed;
import dev.sluice.local.aws.template.Resource;
import dev.sluice.local.aws.template.ResourceHandler;

/** AWS::SNS::Subscription. */
final class SubscriptionHandler implements ResourceHandler {
  private final Topics topics;

  SubscriptionHandler(Topics topics) {
    this.topics = topics;
  }

  @Override
  public String type() {
    return "AWS::SNS::Subscription";
  }

  @Override
  public Deployed deploy(Resource resource) {
    String arn =
        topics.subscribe(
            resource.required("TopicArn"),
            resource.required("Protocol"),
            resource.required("Endpoint"));
    return Deployed.ref(arn).with("Arn", arn);
  }
}
