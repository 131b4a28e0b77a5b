package dev.sluice.local.iam.pattern;

/**
 * An Amazon Resource Name in its six parts; the last one keeps its colons.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html">ARNs</a>
 */
public final class Arn {
  /** arn, partition, service, region, account, resource. */
  static final int PARTS = 6;

  private final String text;
  private final String[] parts;

  private Arn(String text, String[] parts) {
    this.text = text;
    this.parts = parts;
  }

  /**
   * Reads an ARN.
   *
   * @return null where the text is none
   */
  public static Arn orNull(String text) {
    String[] parts = text.split(":", PARTS);
    return parts.length == PARTS && parts[0].equals("arn") ? new Arn(text, parts) : null;
  }

  /**
   * Reads an ARN.
   *
   * @throws IllegalArgumentException where the text is none
   */
  public static Arn of(String text) {
    Arn arn = orNull(text);
    if (arn == null) {
      throw new IllegalArgumentException(
          "found '" + text + "', expected an ARN: arn:partition:service:region:account:resource");
    }
    return arn;
  }

  public String service() {
    return parts[2];
  }

  /** Empty where the resource's ARN has none, as a bucket's. */
  public String account() {
    return parts[4];
  }

  /** For example {@code role/path/name}. */
  public String resource() {
    return parts[5];
  }

  String part(int index) {
    return parts[index];
  }

  @Override
  public String toString() {
    return text;
  }
}
