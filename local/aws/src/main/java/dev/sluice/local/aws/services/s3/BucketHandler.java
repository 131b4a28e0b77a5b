package dev.sluice.local.aws.services.s3;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.aws.account.LocalAws;
import dev.sluice.local.aws.template.Deployed;
import dev.sluice.local.aws.template.Resource;
import dev.sluice.local.aws.template.ResourceHandler;
import java.util.Locale;

/** AWS::S3::Bucket: versioning and events; the rest of its properties protects and is not run. */
final class BucketHandler implements ResourceHandler {
  private static final int MAX_NAME = 63;

  private final S3Client client;
  private final ObjectEvents events;

  BucketHandler(S3Client client, ObjectEvents events) {
    this.client = client;
    this.events = events;
  }

  @Override
  public String type() {
    return "AWS::S3::Bucket";
  }

  @Override
  public Deployed deploy(Resource resource) throws Exception {
    String name = resource.physicalName("BucketName", MAX_NAME).toLowerCase(Locale.ROOT);
    ObjectNode properties = resource.properties();
    client.createBucket(name);
    boolean versioned =
        properties.path("VersioningConfiguration").path("Status").asText().equals("Enabled");
    if (versioned != client.versioned(name)) {
      client.versioning(name, versioned);
    }
    JsonNode bridge = properties.path("NotificationConfiguration").path("EventBridgeConfiguration");
    boolean enabled = !bridge.isMissingNode() && bridge.path("EventBridgeEnabled").asBoolean(true);
    events.enable(name, enabled);
    String domain = name + ".s3." + LocalAws.REGION + ".amazonaws.com";
    return Deployed.ref(name)
        .with("Arn", LocalAws.bucketArn(name))
        .with("DomainName", name + ".s3.amazonaws.com")
        .with("RegionalDomainName", domain)
        .with("DualStackDomainName", name + ".s3.dualstack." + LocalAws.REGION + ".amazonaws.com");
  }
}
