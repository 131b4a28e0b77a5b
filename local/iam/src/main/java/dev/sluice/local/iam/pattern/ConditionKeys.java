package dev.sluice.local.iam.pattern;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names of condition keys. Those of all services are known by name, those of one service by form.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">Global
 *     condition context keys</a>
 */
public final class ConditionKeys {
  private static final String PAGE =
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html";

  private static final Pattern SERVICE_KEY = Pattern.compile("[a-z][a-z0-9-]*:[^:\\s${}]\\S*");

  private static final Set<String> GLOBAL =
      Set.of(
          "aws:calledvia",
          "aws:calledviafirst",
          "aws:calledvialast",
          "aws:chatbotsourcearn",
          "aws:currenttime",
          "aws:ec2instancesourceprivateipv4",
          "aws:ec2instancesourcevpc",
          "aws:epochtime",
          "aws:federatedprovider",
          "aws:multifactorauthage",
          "aws:multifactorauthpresent",
          "aws:principalaccount",
          "aws:principalarn",
          "aws:principalisawsservice",
          "aws:principalorgid",
          "aws:principalorgpaths",
          "aws:principalservicename",
          "aws:principalservicenameslist",
          "aws:principaltype",
          "aws:referer",
          "aws:requestedregion",
          "aws:resourceaccount",
          "aws:resourceorgid",
          "aws:resourceorgpaths",
          "aws:securetransport",
          "aws:sourceaccount",
          "aws:sourcearn",
          "aws:sourceidentity",
          "aws:sourceip",
          "aws:sourceorgid",
          "aws:sourceorgpaths",
          // Of topics' default policies only.
          "aws:sourceowner",
          "aws:sourcevpc",
          "aws:sourcevpcarn",
          "aws:sourcevpce",
          "aws:tagkeys",
          "aws:tokenissuetime",
          "aws:useragent",
          "aws:userid",
          "aws:username",
          "aws:viaawsservice",
          "aws:vpceaccount",
          "aws:vpceorgid",
          "aws:vpceorgpaths",
          "aws:vpcsourceip");

  private static final Set<String> TAGS =
      Set.of("aws:principaltag/", "aws:requesttag/", "aws:resourcetag/");

  private ConditionKeys() {}

  /** As keys are compared: their case says nothing. */
  public static String normal(String key) {
    return key.toLowerCase(Locale.ROOT);
  }

  /**
   * Refuses a key that no request can carry.
   *
   * @throws IllegalArgumentException saying where the keys are listed
   */
  public static void check(String key) {
    String normal = normal(key);
    boolean known =
        normal.startsWith("aws:")
            ? GLOBAL.contains(normal)
                || TAGS.stream()
                    .anyMatch(tag -> normal.startsWith(tag) && normal.length() > tag.length())
            : SERVICE_KEY.matcher(normal).matches();
    if (!known) {
      throw new IllegalArgumentException(
          "found the condition key '" + key + "', expected service:Key or one of " + PAGE);
    }
  }
}
