package dev.sluice.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Node;

/** Reads {@link Settings} from the CDK's context, with the default of each and its limits. */
public final class SettingsReader {
  /** The most table exports a run may ask for at a time. */
  public static final int MOST_EXPORTS = 100;

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,19}");
  private static final Pattern EMAIL = Pattern.compile("[^@\\s,]+@[^@\\s,]+\\.[^@\\s,]+");
  private static final Pattern SCHEDULE = Pattern.compile("|(rate|cron|at)\\(.+\\)");
  private static final Pattern ZONE = Pattern.compile("[A-Za-z0-9_+/-]+");
  private static final Pattern TOLERANCE = Pattern.compile("(\\d{1,6})(%?)");
  private static final Pattern JDBC =
      Pattern.compile("|jdbc:postgresql://[^/\\s]+/[^/?\\s]+(\\?\\S*)?");
  private static final Pattern SCHEMA = Pattern.compile("[A-Za-z_][A-Za-z0-9_$]*");
  private static final Pattern SECRET = Pattern.compile("|arn:[a-z-]+:secretsmanager:\\S+");
  private static final Pattern SUBNET = Pattern.compile("|subnet-\\w+");
  private static final Pattern AVAILABILITY_ZONE = Pattern.compile("|[a-z0-9-]+");
  private static final Pattern SECURITY_GROUP = Pattern.compile("sg-\\w+");

  private SettingsReader() {}

  /**
   * Reads and checks.
   *
   * @throws ConfigurationException naming every wrong value, what was found and what is allowed
   */
  public static Settings read(Node node) {
    return read(node::tryGetContext);
  }

  static Settings read(Context.Source source) {
    Context context = new Context(source);
    boolean demoShop = context.flag("demoShop", true);
    Settings settings =
        new Settings(
            context.text(
                "name", "sluice", NAME, "1 to 20 small letters, digits, dashes; a letter first"),
            context.texts("alertEmail", EMAIL, "mail addresses, as a list or with commas between"),
            context.oneOf("removalPolicy", "retain", removalPolicies()),
            context.oneOf("logRetentionDays", "30", retentions()),
            context.wholeNumber("runRetentionDays", 30, 1, 3650),
            context.text("schedule", "", SCHEDULE, "rate(…), cron(…), or empty for none"),
            context.text("scheduleTimezone", "UTC", ZONE, "a time zone such as Europe/Berlin"),
            context.flag("startOnFile", false),
            new Settings.Validate(
                context.wholeNumber("validateBatchSize", 10, 1, 1000),
                context.wholeNumber("validateConcurrency", 20, 1, 1000)),
            export(context),
            new Settings.Crawl(
                context.wholeNumber("crawlMaxPolls", 120, 1, 1000),
                context.wholeNumber("crawlMaxWaitSeconds", 60, 1, 3600)),
            new Settings.Glue(
                context.oneOf("glueWorkerType", "G.1X", workerTypes()),
                context.wholeNumber("glueWorkers", 2, 2, 299),
                context.wholeNumber("glueTimeoutMinutes", 60, 1, 10080)),
            demoShop,
            shop(context, demoShop));
    if (!context.findings().isEmpty()) {
      throw new ConfigurationException(
          "cdk.json's context (or -c) needs correction:\n  "
              + String.join("\n  ", context.findings()));
    }
    return settings;
  }

  private static Settings.Export export(Context context) {
    int maxConcurrentRuns = context.wholeNumber("exportMaxConcurrentRuns", 5, 1, 1000);
    int concurrency =
        context.wholeNumber("exportConcurrency", Math.min(5, maxConcurrentRuns), 1, MOST_EXPORTS);
    if (concurrency > maxConcurrentRuns) {
      context.finding(
          "exportConcurrency",
          concurrency,
          "at most exportMaxConcurrentRuns, which is "
              + maxConcurrentRuns
              + ": the export job would refuse the others");
    }
    return new Settings.Export(
        concurrency,
        maxConcurrentRuns,
        context.wholeNumber("exportRetries", 8, 0, 99),
        tolerance(context),
        context.wholeNumber("exportSegments", 4, 1, 40));
  }

  private static Tolerance tolerance(Context context) {
    String allowed = "a number of tables such as 2, or a percentage such as 25%";
    String name = "exportToleratedFailure";
    // A number in cdk.json, text elsewhere: read as text, so that "25%" is one of its values.
    Object found = context.value(name);
    if (found == null) {
      return Tolerance.NONE;
    }
    Matcher matcher = TOLERANCE.matcher(found.toString().strip());
    if (!matcher.matches()) {
      context.finding(name, found, allowed);
      return Tolerance.NONE;
    }
    int value = Integer.parseInt(matcher.group(1));
    boolean percentage = !matcher.group(2).isEmpty();
    if (percentage && value > 100) {
      context.finding(name, found, allowed);
      return Tolerance.NONE;
    }
    return new Tolerance(value, percentage);
  }

  private static Settings.Shop shop(Context context, boolean demoShop) {
    Context shop =
        context.object(
            "shop",
            List.of(
                "jdbcUrl",
                "schema",
                "secretArn",
                "subnetId",
                "availabilityZone",
                "securityGroupIds"));
    Settings.Shop found =
        new Settings.Shop(
            shop.text("jdbcUrl", "", JDBC, "jdbc:postgresql://host:port/database"),
            shop.text("schema", "public", SCHEMA, "the name of a schema"),
            shop.text("secretArn", "", SECRET, "the ARN of a secret with username and password"),
            shop.text("subnetId", "", SUBNET, "subnet-…"),
            shop.text("availabilityZone", "", AVAILABILITY_ZONE, "the subnet's zone"),
            shop.texts("securityGroupIds", SECURITY_GROUP, "a list of sg-…"));
    if (demoShop != found.jdbcUrl().isEmpty()) {
      shop.finding(
          "jdbcUrl",
          found.jdbcUrl(),
          demoShop
              ? "nothing while demoShop is true; set demoShop to false to use your own database"
              : "jdbc:postgresql://host:port/database, since demoShop is false");
    }
    if (!found.jdbcUrl().isEmpty() && found.secretArn().isEmpty()) {
      shop.finding("secretArn", "", "the ARN of the secret for jdbcUrl");
    }
    if (!found.subnetId().isEmpty()
        && (found.availabilityZone().isEmpty() || found.securityGroupIds().isEmpty())) {
      shop.finding(
          "subnetId",
          found.subnetId(),
          "a subnet together with availabilityZone, securityGroupIds");
    }
    return found;
  }

  private static Map<String, RemovalPolicy> removalPolicies() {
    Map<String, RemovalPolicy> allowed = new LinkedHashMap<>();
    allowed.put("retain", RemovalPolicy.RETAIN);
    allowed.put("destroy", RemovalPolicy.DESTROY);
    return allowed;
  }

  private static Map<String, String> workerTypes() {
    Map<String, String> allowed = new LinkedHashMap<>();
    for (String type : List.of("G.1X", "G.2X", "G.4X", "G.8X")) {
      allowed.put(type, type);
    }
    return allowed;
  }

  private static Map<String, RetentionDays> retentions() {
    Map<String, RetentionDays> allowed = new LinkedHashMap<>();
    allowed.put("1", RetentionDays.ONE_DAY);
    allowed.put("7", RetentionDays.ONE_WEEK);
    allowed.put("14", RetentionDays.TWO_WEEKS);
    allowed.put("30", RetentionDays.ONE_MONTH);
    allowed.put("90", RetentionDays.THREE_MONTHS);
    allowed.put("180", RetentionDays.SIX_MONTHS);
    allowed.put("365", RetentionDays.ONE_YEAR);
    allowed.put("3653", RetentionDays.TEN_YEARS);
    return allowed;
  }
}
