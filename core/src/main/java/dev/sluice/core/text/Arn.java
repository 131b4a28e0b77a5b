package dev.sluice.core.text;

import java.util.Optional;

/**
 * Amazon resource names, {@code arn:partition:service:region:account:resource}.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html">ARNs</a>
 */
public final class Arn {
  private static final int PARTS = 6;
  private static final int REGION = 3;

  private Arn() {}

  /** Where the resource is; empty where the text is no ARN, or its resource is in no region. */
  public static Optional<String> region(String arn) {
    String[] parts = arn.split(":", PARTS);
    return parts.length == PARTS && parts[0].equals("arn")
        ? Optional.of(parts[REGION]).filter(region -> !region.isEmpty())
        : Optional.empty();
  }
}
