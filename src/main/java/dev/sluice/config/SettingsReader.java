package dev.sluice.config;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    Set<String> names = new LinkedHashSet<>();
    if (node.getAllContext() instanceof Map<?, ?> all) {
      all.keySet().forEach(name -> names.add(String.valueOf(name)));
    }
    return read(node::tryGetContext, names);
  }

  static Settings read(Context.Source source, Set<String> names) {
    Context context = new Context(source);
    Settings settings = settings(context);
    context.refuseUnknown(names);
    if (!context.findings().isEmpty()) {
      throw new ConfigurationException(
          "cdk.json's context (or -c) needs correction:\n  "
              + String.join("\n  ", context.findings()));
    }
    return settings;
  }

  /** The reference page. */
  static String page() {
    Context context = new Context(name -> null);
    settings(context);
    return SettingsPage.markdown(context.settings());
  }

  private static Settings settings(Context context) {
    String name =
        context.text(
            "name",
            "prefix of physical names, so that an account can hold several",
            "sluice",
            NAME,
            "1 to 20 small letters, digits, dashes; a letter first");
    List<String> emails =
        context.texts(
            "alertEmail",
            "who gets mails about failed runs, invalid files and alarms",
            EMAIL,
            "mail addresses, as a list or with commas between");
    RemovalPolicy removal =
        context.oneOf(
            "removalPolicy",
            "what becomes of buckets, tables and key when their stack is deleted",
            "retain",
            removalPolicies());
    RetentionDays logRetention =
        context.oneOf("logRetentionDays", "how long logs are kept", "30", retentions());
    int runRetention =
        context.wholeNumber(
            "runRetentionDays", "how long manifests and results of runs are kept", 30, 1, 3650);
    String schedule =
        context.text(
            "schedule",
            "when the pipeline starts by itself",
            "",
            SCHEDULE,
            "rate(…), cron(…), at(…), or empty for never");
    String zone =
        context.text(
            "scheduleTimezone", "of the schedule", "UTC", ZONE, "a zone such as Europe/Berlin");
    boolean startOnFile =
        context.flag("startOnFile", "whether a file that lands starts the pipeline", false);
    boolean demoShop =
        context.flag("demoShop", "whether to create the demonstration database", true);
    return new Settings(
        name,
        emails,
        removal,
        logRetention,
        runRetention,
        schedule,
        zone,
        startOnFile,
        validate(context),
        export(context),
        crawl(context),
        glue(context),
        demoShop,
        shop(context, demoShop));
  }

  private static Settings.Validate validate(Context context) {
    return new Settings.Validate(
        context.wholeNumber("validateBatchSize", "files a call of the validator", 10, 1, 1000),
        context.wholeNumber("validateConcurrency", "such calls at a time", 20, 1, 1000));
  }

  private static Settings.Crawl crawl(Context context) {
    return new Settings.Crawl(
        context.wholeNumber(
            "crawlMaxPolls", "how often a crawler is asked before the step fails", 120, 1, 1000),
        context.wholeNumber(
            "crawlMaxWaitSeconds", "the longest pause between two questions", 60, 1, 3600));
  }

  private static Settings.Glue glue(Context context) {
    return new Settings.Glue(
        context.oneOf("glueWorkerType", "size of a worker of Glue jobs", "G.1X", workerTypes()),
        context.wholeNumber("glueWorkers", "workers a job run", 2, 2, 299),
        context.wholeNumber("glueTimeoutMinutes", "after which a job run is ended", 60, 1, 10080));
  }

  private static Settings.Export export(Context context) {
    int maxConcurrentRuns =
        context.wholeNumber(
            "exportMaxConcurrentRuns", "runs of the export job at a time", 5, 1, 1000);
    int concurrency =
        context.wholeNumber(
            "exportConcurrency",
            "tables exported at a time, where a run does not say; at most exportMaxConcurrentRuns",
            Math.min(5, maxConcurrentRuns),
            1,
            MOST_EXPORTS);
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
        context.wholeNumber(
            "exportRetries",
            "how often a run is tried again that was refused for that limit; 0 for never",
            8,
            0,
            99),
        context.tolerance("exportToleratedFailure", "how many tables may fail"),
        context.wholeNumber("exportSegments", "parts in which the catalog is scanned", 4, 1, 40));
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
            shop.text(
                "jdbcUrl",
                "your own database, with demoShop false",
                "",
                JDBC,
                "jdbc:postgresql://host:port/database"),
            shop.text("schema", "of its tables", "public", SCHEMA, "the name of a schema"),
            shop.text(
                "secretArn",
                "user and password of it",
                "",
                SECRET,
                "the ARN of a secret with username and password"),
            shop.text("subnetId", "from where Glue reaches it", "", SUBNET, "subnet-…"),
            shop.text(
                "availabilityZone", "of that subnet", "", AVAILABILITY_ZONE, "the subnet's zone"),
            shop.texts(
                "securityGroupIds",
                "which the database lets in, and which let themselves in",
                SECURITY_GROUP,
                "a list of sg-…"));
    check(shop, found, demoShop);
    return found;
  }

  private static void check(Context shop, Settings.Shop found, boolean demoShop) {
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
