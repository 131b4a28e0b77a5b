package dev.sluice.rights;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.fixture.JsonTree;
import dev.sluice.fixture.Policies;

/**
 * An action that a service takes in the name of a role.
 *
 * @param resource logical id of what needs it
 * @param role logical id
 * @param action such as {@code ec2:DescribeSubnets}
 * @param on pattern of the resource that a statement must allow it on, as {@link Policies} writes
 *     resources
 * @param page where AWS says so
 */
record Need(String resource, String role, String action, String on, String page) {

  /** The logical id of the role of which a property gives the ARN. */
  static String role(JsonNode arn) {
    String id = arn.path("Fn::GetAtt").path(0).asText();
    if (id.isEmpty()) {
      throw new AssertionError("expected the ARN of a role of the same template, found " + arn);
    }
    return id;
  }

  boolean metBy(JsonTree template) {
    return Policies.granted(template, role).stream()
        .filter(line -> line.startsWith(action + " on "))
        .anyMatch(line -> line.substring(action.length() + " on ".length()).matches(on));
  }

  @Override
  public String toString() {
    return resource + ": " + role + " lacks " + action + " on " + on + ", see " + page;
  }
}
