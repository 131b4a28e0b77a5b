package dev.sluice.lambda;

import dev.sluice.lambda.audit.AuditRecord;
import dev.sluice.lambda.audit.AuditTable;
import dev.sluice.lambda.audit.FileVersion;
import dev.sluice.lambda.audit.InMemoryAuditTable;
import dev.sluice.lambda.file.Batch;
import dev.sluice.lambda.file.FirstInvalidFiles;
import dev.sluice.lambda.file.InvalidFilesSummary;
import dev.sluice.lambda.file.Settler;
import dev.sluice.lambda.mail.Mail;
import dev.sluice.lambda.mail.RecordedMail;
import dev.sluice.lambda.manifest.Ingestion;
import dev.sluice.lambda.manifest.Manifests;
import dev.sluice.lambda.notify.InMemoryNotices;
import dev.sluice.lambda.notify.Notices;
import dev.sluice.lambda.store.InMemoryStore;
import dev.sluice.lambda.store.ObjectStore;
import dev.sluice.lambda.store.ObjectVersion;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Buckets, audit table and mailbox in memory, and the handlers over them. */
final class Inbox {

  static final Instant NOW = Instant.parse("2026-03-04T05:06:07.089Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  final InMemoryStore store = new InMemoryStore();
  final InMemoryAuditTable audit = new InMemoryAuditTable(CLOCK);
  final RecordedMail mail = new RecordedMail();
  final Notices notices = new InMemoryNotices(CLOCK);
  private final Manifests manifests = new Manifests(store, "work");
  private Runnable meanwhile = () -> {};
  private int events;

  /** A file arrives and is registered. */
  FileVersion land(String key, String content) {
    ObjectVersion version = store.upload("landing", key, content.getBytes(StandardCharsets.UTF_8));
    FileVersion file =
        new FileVersion(
            "sales",
            "landing",
            key,
            version.versionId(),
            content.length(),
            "%08X".formatted(++events),
            "");
    audit.register(file, NOW);
    return file;
  }

  /** Something that happens after the contract was looked up, before the file is settled. */
  void duringValidation(Runnable action) {
    meanwhile = action;
  }

  /** Every read of a landed file ends like this. */
  void readingFailsWith(Throwable failure) {
    store.readingFailsWith(failure);
  }

  String validate(String run, FileVersion... files) {
    return Handlers.invoke(
        new ValidateFilesHandler(settlement(audit, store, mail, notices)), batch(run, files));
  }

  /** True where the crash happened. */
  boolean validateUntil(Crashing crash, String run, FileVersion... files) {
    Settlement settlement =
        settlement(
            crash.around(AuditTable.class, audit),
            crash.around(ObjectStore.class, store),
            crash.around(Mail.class, mail),
            crash.around(Notices.class, notices));
    try {
      Handlers.invoke(new ValidateFilesHandler(settlement), batch(run, files));
    } catch (Crashing.PowerCut e) {
      return true;
    }
    return crash.happened();
  }

  String quarantine(String run, FileVersion file, String error, String cause) {
    Map<String, Object> input = new LinkedHashMap<>();
    input.put("execution", run);
    input.put("step", "validate_sales");
    input.put("file", file.line());
    input.put("error", error);
    input.put("cause", cause);
    return Handlers.invoke(
        new QuarantineFileHandler(settlement(audit, store, mail, notices)), input);
  }

  /** The execution ends; gives the answer. */
  String end(String run, String status) {
    return end(run, status, 0);
  }

  String end(String run, String status, int redrives) {
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put("executionArn", "arn:aws:states:us-east-1:000000000000:execution:o:" + run);
    detail.put("stateMachineArn", "arn:aws:states:us-east-1:000000000000:stateMachine:o");
    detail.put("name", run);
    detail.put("status", status);
    detail.put("startDate", NOW.toEpochMilli());
    detail.put("redriveCount", redrives);
    InvalidFilesSummary summary = new InvalidFilesSummary(audit, notices, mail, "orders", CLOCK);
    return Handlers.invoke(
        new SummarizeInvalidFilesHandler(summary, List.of("sales", "marketing")),
        Map.of("detail", detail));
  }

  String list(String run, String step, String state) {
    Map<String, Object> input = new LinkedHashMap<>();
    input.put("dataset", "sales");
    input.put("state", state);
    input.put("execution", run);
    input.put("step", step);
    return Handlers.invoke(new ListFilesHandler(audit, manifests), input);
  }

  String markIngested(String run, Map<String, String> steps) {
    MarkIngestedHandler handler = new MarkIngestedHandler(new Ingestion(audit, manifests, CLOCK));
    return Handlers.invoke(handler, Map.of("execution", run, "steps", steps));
  }

  AuditRecord record(FileVersion file) {
    return audit.find(file.dataset(), file.object()).orElseThrow();
  }

  String content(String bucket, String key) {
    return new String(store.content(bucket, key).orElseThrow(), StandardCharsets.UTF_8);
  }

  private static Map<String, Object> batch(String run, FileVersion... files) {
    Map<String, Object> input = new LinkedHashMap<>();
    input.put("BatchInput", Map.of("execution", run, "step", "validate_sales"));
    List<Map<String, Object>> items = Stream.of(files).map(FileVersion::line).toList();
    input.put("Items", items);
    return input;
  }

  private Settlement settlement(AuditTable table, ObjectStore objects, Mail mails, Notices notes) {
    Settler settler =
        new Settler(
            table,
            objects,
            () -> {
              meanwhile.run();
              return TestContracts.all();
            },
            "lake",
            "failed",
            CLOCK);
    FirstInvalidFiles first = new FirstInvalidFiles(table, notes, mails, "orders", CLOCK);
    return new Settlement(settler, () -> new Batch(first));
  }
}
