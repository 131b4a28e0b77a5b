package dev.sluice.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import dev.sluice.error.TablesFileInvalid;
import dev.sluice.lambda.json.Fields;
import dev.sluice.lambda.store.ObjectStore;
import dev.sluice.lambda.store.ObjectVersion;
import dev.sluice.lambda.store.S3Store;
import dev.sluice.lambda.tables.GlueSourceTables;
import dev.sluice.lambda.tables.TablesCheck;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Checks the list of tables to export and writes the copy that the map reads, to {@code
 * runs/<execution>/<step>/tables.csv} in the work bucket. The list is the one that was deployed, or
 * a key in the work bucket.
 *
 * <p>Environment: {@code TABLES_BUCKET}, {@code TABLES_KEY}, {@code WORK_BUCKET}, {@code
 * GLUE_DATABASE}.
 */
public final class CheckTablesHandler extends JsonHandler {
  private final Environment environment;
  private final ObjectStore store;
  private final TablesCheck check;

  /** For Lambda. */
  public CheckTablesHandler() {
    this(
        Environment.system(),
        new S3Store(Clients.s3()),
        new TablesCheck(
            new GlueSourceTables(Clients.glue(), Environment.system().require("GLUE_DATABASE"))));
  }

  CheckTablesHandler(Environment environment, ObjectStore store, TablesCheck check) {
    this.environment = environment;
    this.store = store;
    this.check = check;
  }

  @Override
  protected Map<String, Object> handle(Fields input, Context context, LogLine log) {
    String work = environment.require("WORK_BUCKET");
    Optional<String> own = input.optionalString("tables");
    String bucket = own.isPresent() ? work : environment.require("TABLES_BUCKET");
    String key = own.orElseGet(() -> environment.require("TABLES_KEY"));
    TablesCheck.Checked checked = check(bucket, key);
    String target =
        "runs/" + input.string("execution") + "/" + input.string("step") + "/tables.csv";
    store.put(work, target, checked.csv(), "text/csv");
    log.put("tables", checked.count());
    Map<String, Object> output = new LinkedHashMap<>();
    output.put("bucket", work);
    output.put("key", target);
    output.put("count", checked.count());
    return output;
  }

  private TablesCheck.Checked check(String bucket, String key) {
    String uri = ObjectVersion.uri(bucket, key);
    try (InputStream in =
        store
            .open(bucket, key)
            .orElseThrow(
                () ->
                    new TablesFileInvalid(
                        uri,
                        List.of("there is no such object; upload the list of tables there")))) {
      return check.check(uri, in);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + uri, e);
    }
  }
}
