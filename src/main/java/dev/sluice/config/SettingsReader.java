package dev.sluice.config;

import dev.sluice.core.deployment.Deployment;
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
  private static final Pattern ENVIRONMENT = Pattern.compile("|[a-z][a-z0-9]{0,9}");
  private static final Pattern EMAIL = Pattern.compile("[^@\\s,]+@[^@\\s,]+\\.[^@\\s,]+");

  private SettingsReader() {}

  /**
   * Reads and checks.
   *
   * @param pipelines names of the application's pipelines, each of which has settings of its own
   * @throws ConfigurationException naming every wrong value, what was found and what is allowed
   */
  public static Settings read(Node node, List<String> pipelines) {
    Set<String> names = new LinkedHashSet<>();
    if (node.getAllContext() instanceof Map<?, ?> all) {
      all.keySet().forEach(name -> names.add(String.valueOf(name)));
    }
    return read(node::tryGetContext, names, pipelines);
  }

  static Settings read(Context.Source source, Set<String> names, List<String> pipelines) {
    Context context = new Context(source);
    Settings settings = settings(context, pipelines);
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
    settings(context, List.of("PIPELINE"));
    return SettingsPage.markdown(context.settings());
  }

  private static Settings settings(Context context, List<String> pipelines) {
    String name =
        context.text(
            "name",
            "prefix of stacks and physical names, so that an account can hold several",
            "sluice",
            NAME,
            "1 to 20 small letters, digits, dashes; a letter first");
    String environment =
        context.text(
            "env",
            "follows the name in that prefix, for environments beside each other",
            "",
            ENVIRONMENT,
            "1 to 10 small letters and digits, such as dev");
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
    Map<String, Settings.Triggers> triggers = new LinkedHashMap<>();
    pipelines.forEach(pipeline -> triggers.put(pipeline, triggers(context, pipeline)));
    Settings.Quotas quotas = quotas(context);
    boolean demoShop =
        context.flag("demoShop", "whether orders reads a demonstration database and catalog", true);
    boolean demoStations =
        context.flag("demoStations", "whether stations reads a demonstration API", true);
    return new Settings(
        Deployment.of(name, environment),
        emails,
        removal,
        logRetention,
        runRetention,
        triggers,
        validate(context, quotas),
        export(context),
        crawl(context),
        quotas,
        glue(context),
        demoShop,
        DatabaseSettings.read(context, "shop", demoShop),
        demoStations,
        HttpSettings.read(context, "stationsApi", demoStations));
  }

  private static Settings.Triggers triggers(Context context, String pipeline) {
    Context own = context.object(pipeline, List.of("schedule", "scheduleTimezone", "startOnFile"));
    return new Settings.Triggers(
        own.text(
            "schedule",
            "when the pipeline starts by itself",
            "",
            ScheduleSettings::isSchedule,
            ScheduleSettings.ALLOWED),
        own.text(
            "scheduleTimezone",
            "of the schedule",
            "UTC",
            ScheduleSettings::isZone,
            "a zone such as Europe/Berlin"),
        own.flag("startOnFile", "whether a file that lands starts the pipeline", false));
  }

  private static Settings.Quotas quotas(Context context) {
    return new Settings.Quotas(
        context.wholeNumber(
            "lambdaConcurrency",
            "invocations of functions that the account allows at a time; 10 in a new one",
            Settings.Quotas.DEFAULT.lambdaConcurrency(),
            1,
            100_000),
        context.wholeNumber(
            "glueConcurrency",
            "runs of Glue jobs that the account allows at a time",
            Settings.Quotas.DEFAULT.glueConcurrency(),
            1,
            100_000),
        context.oneOf(
            "quotas",
            "how fast the laptop's Step Functions takes calls and starts children of maps",
            "laptop",
            speeds()));
  }

  private static Map<String, Boolean> speeds() {
    Map<String, Boolean> allowed = new LinkedHashMap<>();
    allowed.put("laptop", false);
    allowed.put("aws", true);
    return allowed;
  }

  private static Settings.Validate validate(Context context, Settings.Quotas quotas) {
    return new Settings.Validate(
        context.wholeNumber("validateBatchSize", "files a call of the validator", 10, 1, 1000),
        context.wholeNumber(
            "validateConcurrency",
            "such calls at a time; no more than lambdaConcurrency where it is not set",
            Math.min(20, quotas.lambdaConcurrency()),
            1,
            1000));
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
