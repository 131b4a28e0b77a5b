package dev.sluice.console.permissions;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names as people know them: without account, region and what only makes them unique. */
final class ShortNames {
  /** CDK's hash of a logical id, then CloudFormation's of the resource. */
  private static final Pattern UNIQUE = Pattern.compile("(?:[0-9A-F]{8})?-[0-9a-f]{12}$");

  private static final Pattern BUCKET = Pattern.compile("^([a-z0-9.-]*?)[0-9a-f]{8}-[0-9a-f]{12}");
  private static final Pattern ACCOUNT = Pattern.compile("^arn:[^:]*:[^:]*:[^:]*:[^:]*:");
  private static final Pattern DIGEST = Pattern.compile("\\b([0-9a-f]{8})[0-9a-f]{56}\\b");
  private static final Pattern KEY = Pattern.compile("^key/[0-9a-f-]{28}([0-9a-f]{8})$");

  private ShortNames() {}

  static String role(String name) {
    return UNIQUE.matcher(name).replaceFirst("");
  }

  /** {@code table/audit} of {@code arn:aws:dynamodb:…:table/audit}. */
  static String resource(String arn) {
    String place = ACCOUNT.matcher(arn).replaceFirst("");
    String named = arn.contains(":s3:::") ? BUCKET.matcher(place).replaceFirst("$1") : place;
    Matcher key = KEY.matcher(named);
    if (key.matches()) {
      return "key/…" + key.group(1);
    }
    return DIGEST.matcher(UNIQUE.matcher(named).replaceFirst("")).replaceAll("$1…");
  }
}
