package dev.sluice.lambda.file;

import dev.sluice.core.audit.FileState;
import dev.sluice.core.contract.Contracts;
import dev.sluice.lambda.TestContracts;
import dev.sluice.lambda.audit.AuditRecord;
import dev.sluice.lambda.audit.FileVersion;
import dev.sluice.lambda.audit.InMemoryAuditTable;
import dev.sluice.lambda.audit.Transition;
import dev.sluice.lambda.mail.RecordedMail;
import dev.sluice.lambda.store.InMemoryStore;
import dev.sluice.lambda.store.ObjectStore;
import dev.sluice.lambda.store.ObjectVersion;
import dev.sluice.lambda.wait.InMemoryWaiters;
import dev.sluice.lambda.wait.RecordedTokens;
import dev.sluice.lambda.wait.WakeUp;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One key of a versioned landing bucket, and what works on it: somebody uploads and deletes, events
 * are delivered when the test says so, and files are validated with something happening meanwhile.
 */
final class Landing {
  /** When, in the course of a validation, something else happens. */
  enum Moment {
    LISTED,
    OPENED,
    BEFORE_COPY,
    AFTER_COPY
  }

  static final String KEY = "sales/a.csv";
  private static final Instant NOW = Instant.parse("2026-03-04T05:06:07.089Z");
  private static final Contracts CONTRACTS = TestContracts.all();
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  final InMemoryStore store = new InMemoryStore();
  final InMemoryAuditTable audit = new InMemoryAuditTable(CLOCK);
  final List<Arrival> uploads = new ArrayList<>();
  private final RecordedMail mail = new RecordedMail();
  private final Registrar registrar =
      new Registrar(
          audit,
          store,
          new WakeUp(new InMemoryWaiters(), new RecordedTokens()),
          mail,
          () -> CONTRACTS,
          "sluice",
          CLOCK);

  /** Content that tells uploads apart. */
  static String content(int upload, boolean good) {
    return "Date,Amount\n3/4/2026," + (good ? "" : "x") + upload + "\n";
  }

  void upload(boolean good) {
    int number = uploads.size();
    byte[] bytes = content(number, good).getBytes(StandardCharsets.UTF_8);
    ObjectVersion version = store.upload("landing", KEY, bytes);
    uploads.add(
        new Arrival(
            new FileVersion(
                "sales",
                "landing",
                KEY,
                version.versionId(),
                bytes.length,
                "%08X".formatted(number + 1),
                ""),
            NOW));
  }

  /** As {@code aws s3 rm} does. */
  void delete() {
    store.hide("landing", KEY);
  }

  void deliver(int upload) {
    registrar.register(uploads.get(upload));
  }

  void validate() {
    validate(Moment.LISTED, () -> {});
  }

  /** Validates what is NEW; where it does not come to that moment, the other thing comes after. */
  void validate(Moment moment, Runnable meanwhile) {
    boolean[] happened = {false};
    Runnable once =
        () -> {
          if (!happened[0]) {
            happened[0] = true;
            meanwhile.run();
          }
        };
    List<AuditRecord> listed = new ArrayList<>();
    audit.forEachIn("sales", FileState.NEW, listed::add);
    if (moment == Moment.LISTED) {
      once.run();
    }
    Settler settler =
        new Settler(audit, watched(moment, once), () -> CONTRACTS, "lake", "failed", CLOCK);
    listed.forEach(record -> settler.validate("run", record.file()));
    once.run();
  }

  void ingest() {
    audit.forEachIn(
        "sales",
        FileState.VALID,
        record -> audit.apply(Transition.ingested(record.file(), "run", NOW)));
  }

  Optional<AuditRecord> record() {
    return audit.find("sales", "landing/" + KEY);
  }

  Optional<String> raw() {
    return text("lake", "raw/" + KEY);
  }

  Optional<String> failed() {
    return text("failed", KEY);
  }

  /** What the landing bucket shows under the key. */
  Optional<String> shown() {
    return text("landing", KEY);
  }

  private Optional<String> text(String bucket, String key) {
    return store.content(bucket, key).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  private ObjectStore watched(Moment moment, Runnable once) {
    return (ObjectStore)
        Proxy.newProxyInstance(
            ObjectStore.class.getClassLoader(),
            new Class<?>[] {ObjectStore.class},
            (proxy, method, arguments) -> {
              boolean copies = method.getName().equals("copy");
              if (copies && moment == Moment.BEFORE_COPY) {
                once.run();
              }
              Object answer;
              try {
                answer = method.invoke(store, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
              boolean opens = method.getName().equals("openCurrent");
              if (copies && moment == Moment.AFTER_COPY || opens && moment == Moment.OPENED) {
                once.run();
              }
              return answer;
            });
  }
}
