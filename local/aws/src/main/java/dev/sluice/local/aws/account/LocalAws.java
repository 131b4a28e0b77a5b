package dev.sluice.local.aws.account;

/** The account and region that everything local lives in. */
public final class LocalAws {
  /** An account number that AWS never gave to anyone. */
  public static final String ACCOUNT = "000000000000";

  public static final String REGION = "us-east-1";
  public static final String PARTITION = "aws";

  /** Where CDK's default synthesizer puts file assets of the local account. */
  public static final String ASSETS_BUCKET = "cdk-hnb659fds-assets-" + ACCOUNT + "-" + REGION;

  /** Of the administrator, who has no session. */
  public static final String ACCESS_KEY = "local";

  public static final String SECRET_KEY = "local";

  private static final String BUCKET = "arn:" + PARTITION + ":s3:::";

  private LocalAws() {}

  /** {@code arn:aws:<service>:<region>:<account>:<resource>}. */
  public static String arn(String service, String resource) {
    return "arn:" + PARTITION + ":" + service + ":" + REGION + ":" + ACCOUNT + ":" + resource;
  }

  /** A bucket's ARN, which names neither region nor account. */
  public static String bucketArn(String bucket) {
    return BUCKET + bucket;
  }

  /** Of an object's ARN its bucket's; any other as it is. */
  public static String bucketOf(String arn) {
    int slash = arn.startsWith(BUCKET) ? arn.indexOf('/') : -1;
    return slash < 0 ? arn : arn.substring(0, slash);
  }

  /** What follows the last {@code ':'} or {@code '/'} of an ARN; a plain name as it is. */
  public static String nameOf(String arnOrName) {
    int cut = Math.max(arnOrName.lastIndexOf(':'), arnOrName.lastIndexOf('/'));
    return arnOrName.substring(cut + 1);
  }
}
