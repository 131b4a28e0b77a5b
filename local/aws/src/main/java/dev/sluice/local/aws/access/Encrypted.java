package dev.sluice.local.aws.access;

import dev.sluice.local.aws.template.Deployed;
import dev.sluice.local.aws.template.Resource;
import dev.sluice.local.aws.template.ResourceHandler;

/** A handler whose resources' keys are remembered. */
public final class Encrypted implements ResourceHandler {
  private final ResourceHandler handler;
  private final Encryption encryption;

  /** Around a handler. */
  public Encrypted(ResourceHandler handler, Encryption encryption) {
    this.handler = handler;
    this.encryption = encryption;
  }

  @Override
  public String type() {
    return handler.type();
  }

  @Override
  public Deployed deploy(Resource resource) throws Exception {
    Deployed deployed = handler.deploy(resource);
    encryption.deployed(resource, deployed);
    return deployed;
  }
}
