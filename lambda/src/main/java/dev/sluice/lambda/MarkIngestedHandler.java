package dev.sluice.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import dev.sluice.core.function.Counted;
import dev.sluice.core.function.Payload;
import dev.sluice.core.function.Variable;
import dev.sluice.lambda.audit.DynamoAuditTable;
import dev.sluice.lambda.audit.RecentChanges;
import dev.sluice.lambda.json.Fields;
import dev.sluice.lambda.manifest.Ingestion;
import dev.sluice.lambda.manifest.Manifests;
import dev.sluice.lambda.store.S3Store;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Marks the files that this run's processing read as ingested. A step without a manifest was
 * skipped and counts nothing; a file that was replaced in the meantime keeps its state.
 *
 * <p>In: {@code {"execution" (name), "steps": {"process_sales": "sales", …}}}. Out: {@code
 * {"ingested": n, "sales": n, …}}. Environment: {@code AUDIT_TABLE, WORK_BUCKET}.
 */
public final class MarkIngestedHandler extends JsonHandler {

  private final Ingestion ingestion;

  public MarkIngestedHandler() {
    this(
        new Ingestion(
            new DynamoAuditTable(
                Clients.dynamoDb(),
                Environment.system().require(Variable.AUDIT_TABLE),
                RecentChanges.unused(),
                Clock.systemUTC()),
            new Manifests(
                new S3Store(Clients.s3()), Environment.system().require(Variable.WORK_BUCKET)),
            Clock.systemUTC()));
  }

  MarkIngestedHandler(Ingestion ingestion) {
    this.ingestion = ingestion;
  }

  @Override
  protected Map<String, Object> handle(Fields input, Context context, LogLine log) {
    String run = input.string(Payload.EXECUTION);
    Fields steps = input.object(Payload.STEPS);
    Map<String, Object> counts = new LinkedHashMap<>();
    long all = 0;
    counts.put(Counted.INGESTED, all);
    for (String step : steps.all().keySet()) {
      long files = ingestion.mark(run, step);
      counts.merge(steps.string(step), files, (a, b) -> (Long) a + (Long) b);
      all += files;
    }
    counts.put(Counted.INGESTED, all);
    log.put(Counted.INGESTED, all);
    return counts;
  }
}
