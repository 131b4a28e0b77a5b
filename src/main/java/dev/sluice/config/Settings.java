package dev.sluice.config;

import dev.sluice.core.deployment.Deployment;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.logs.RetentionDays;

/**
 * What a user may set in the context of cdk.json. {@link SettingsReader} knows names, defaults and
 * limits.
 *
 * @param deployment from which stacks and physical names derive
 * @param alertEmails who gets mails
 * @param removalPolicy what becomes of data when a stack is deleted
 * @param logRetention how long logs are kept
 * @param runRetentionDays how long manifests and results of runs are kept
 * @param triggers what starts each pipeline by itself, by the pipeline's name
 * @param validate limits of validation
 * @param export limits of the export
 * @param crawl limits of waiting for a crawler
 * @param quotas of the account
 * @param glue size of Glue jobs
 * @param demoShop whether to create the demonstration database
 * @param shop where the shop's own database and catalog are
 * @param demoStations whether to create the demonstration of the stations' API
 * @param stations where the stations' own API is
 */
public record Settings(
    Deployment deployment,
    List<String> alertEmails,
    RemovalPolicy removalPolicy,
    RetentionDays logRetention,
    int runRetentionDays,
    Map<String, Triggers> triggers,
    Validate validate,
    Export export,
    Crawl crawl,
    Quotas quotas,
    Glue glue,
    boolean demoShop,
    Shop shop,
    boolean demoStations,
    Http stations) {

  /** What starts the pipeline of that name by itself. */
  public Triggers triggersOf(String pipeline) {
    return triggers.getOrDefault(pipeline, Triggers.NONE);
  }

  /**
   * What starts a pipeline besides people.
   *
   * @param schedule when; empty: never
   * @param timezone of the schedule
   * @param startOnFile whether a file that arrives does
   */
  public record Triggers(String schedule, String timezone, boolean startOnFile) {
    static final Triggers NONE = new Triggers("", "UTC", false);
  }

  /**
   * An HTTP API.
   *
   * @param url to which the name of a feed and {@code .json} are appended
   * @param headersSecretArn a secret with a JSON object of headers to send; empty: none
   */
  public record Http(String url, String headersSecretArn) {}

  /**
   * How files are validated.
   *
   * @param batchSize files a call of the validator
   * @param concurrency calls at a time
   */
  public record Validate(int batchSize, int concurrency) {}

  /**
   * How tables and items are exported.
   *
   * @param concurrency tables at a time, unless a run says otherwise
   * @param maxConcurrentRuns how many runs the export job allows
   * @param retries how often a run that was refused for that limit is tried again
   * @param tolerated how many tables may fail
   * @param segments parts in which a DynamoDB table is scanned
   */
  public record Export(
      int concurrency, int maxConcurrentRuns, int retries, Tolerance tolerated, int segments) {}

  /**
   * How long a crawler is waited for.
   *
   * @param maxPolls how often at most we ask
   * @param maxWaitSeconds the longest pause between two questions
   */
  public record Crawl(int maxPolls, int maxWaitSeconds) {}

  /**
   * What the account allows at a time, of which the laptop is told.
   *
   * @param lambdaConcurrency invocations of functions
   * @param glueConcurrency runs of Glue jobs
   * @param rates whether the laptop's Step Functions takes calls and starts children of maps only
   *     as fast as AWS's
   */
  public record Quotas(int lambdaConcurrency, int glueConcurrency, boolean rates) {
    /**
     * AWS's own, of an account that has been in use for a while.
     *
     * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html">Lambda
     *     </a>
     * @see <a href="https://docs.aws.amazon.com/general/latest/gr/glue.html">Glue</a>
     */
    public static final Quotas DEFAULT = new Quotas(1_000, 2_000, false);
  }

  /**
   * Capacity of Glue jobs.
   *
   * @param workerType for example G.1X
   * @param workers how many of them
   * @param timeoutMinutes after which a run is ended
   */
  public record Glue(String workerType, int workers, int timeoutMinutes) {}

  /**
   * The user's own database; unset where {@link #jdbcUrl} is empty.
   *
   * @param jdbcUrl its address
   * @param schema the schema whose tables a crawler reads
   * @param secretArn where user and password lie
   * @param subnetId from where it can be reached
   * @param availabilityZone of that subnet
   * @param securityGroupIds which let Glue reach it
   * @param productsTableArn the DynamoDB table of its catalog
   * @param productsKeyArn the key with which that table is encrypted; empty: DynamoDB's own
   */
  public record Shop(
      String jdbcUrl,
      String schema,
      String secretArn,
      String subnetId,
      String availabilityZone,
      List<String> securityGroupIds,
      String productsTableArn,
      String productsKeyArn) {

    /** The database that the address names. */
    public String database() {
      return jdbcUrl.replaceAll("^.*/|\\?.*$", "");
    }
  }
}
