package dev.sluice.local.aws.template;

/** Values that a template takes from other services when it is deployed. */
@FunctionalInterface
public interface DynamicReferences {
  /**
   * The value.
   *
   * @param reference what follows {@code resolve:}, e.g. {@code
   *     secretsmanager:<arn>:SecretString:password::} or {@code ssm:/name}
   * @throws IllegalArgumentException if there is none
   */
  String resolve(String reference);
}
