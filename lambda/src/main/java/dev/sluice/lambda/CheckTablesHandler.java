package dev.sluice.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import dev.sluice.core.function.Payload;
import dev.sluice.core.function.Variable;
import dev.sluice.core.lake.RunFiles;
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
            new GlueSourceTables(
                Clients.glue(), Environment.system().require(Variable.GLUE_DATABASE))));
  }

  CheckTablesHandler(Environment environment, ObjectStore store, TablesCheck check) {
    this.environment = environment;
    this.store = store;
    this.check = check;
  }

  @Override
  protected Map<String, Object> handle(Fields input, Context context, LogLine log) {
    String work = environment.require(Variable.WORK_BUCKET);
    Optional<String> own = input.optionalString(Payload.TABLES);
    String bucket = own.isPresent() ? work : environment.require(Variable.TABLES_BUCKET);
    String key = own.orElseGet(() -> environment.require(Variable.TABLES_KEY));
    TablesCheck.Checked checked = check(bucket, key);
    String target = RunFiles.tables(input.string(Payload.EXECUTION), input.string(Payload.STEP));
    store.put(work, target, checked.csv(), "text/csv");
    log.put(Payload.TABLES, checked.count());
    Map<String, Object> output = new LinkedHashMap<>();
    output.put(Payload.BUCKET, work);
    output.put(Payload.KEY, target);
    output.put(Payload.COUNT, checked.count());
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
