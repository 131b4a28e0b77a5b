package dev.sluice.local.aws.template;

/**
 * Creates or updates resources of one CloudFormation type.
 *
 * <p>Every start of the runtime deploys the whole assembly, so a handler is called for each of its
 * resources once per process; it must be idempotent, and leave alone what runs already with the
 * same properties.
 */
public interface ResourceHandler {
  /** The CloudFormation type, e.g. {@code AWS::Lambda::Function}. */
  String type();

  /**
   * Creates or updates.
   *
   * @return the resource's {@code Ref} and attributes
   * @throws Exception with a message that says what was found and what to do; the deployer adds
   *     stack and logical id
   */
  Deployed deploy(Resource resource) throws Exception;
}
