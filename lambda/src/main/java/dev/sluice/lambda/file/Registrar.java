package dev.sluice.lambda.file;

import dev.sluice.core.audit.AuditSchema;
import dev.sluice.core.audit.FileState;
import dev.sluice.core.contract.Contracts;
import dev.sluice.core.contract.DatasetContract;
import dev.sluice.core.text.OneLine;
import dev.sluice.lambda.audit.AuditRecord;
import dev.sluice.lambda.audit.AuditTable;
import dev.sluice.lambda.audit.AuditTable.Change;
import dev.sluice.lambda.mail.Mail;
import dev.sluice.lambda.store.ObjectStore;
import dev.sluice.lambda.wait.WakeUp;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

/**
 * Records arrivals. The record is written before anyone is woken: who wakes up finds the file.
 *
 * <p>An event that comes after the event of a newer version records nothing, and takes its version
 * out of the landing bucket: nobody would read it, and once the newer one is settled its key would
 * show it again.
 */
public final class Registrar {

  private final AuditTable audit;
  private final ObjectStore store;
  private final WakeUp wakeUp;
  private final Mail mail;
  private final Supplier<Contracts> contracts;
  private final String deployment;
  private final Clock clock;

  public Registrar(
      AuditTable audit,
      ObjectStore store,
      WakeUp wakeUp,
      Mail mail,
      Supplier<Contracts> contracts,
      String deployment,
      Clock clock) {
    this.audit = audit;
    this.store = store;
    this.wakeUp = wakeUp;
    this.mail = mail;
    this.contracts = contracts;
    this.deployment = deployment;
    this.clock = clock;
  }

  /** The dataset that owns a key, or {@value AuditSchema#UNKNOWN}. */
  public String datasetOf(String key) {
    return contracts.get().forKey(key).map(DatasetContract::name).orElse(AuditSchema.UNKNOWN);
  }

  /** Records the file and tells whom it concerns. Safe to repeat after it was cut off. */
  public Registered register(Arrival arrival) {
    audit.announce(arrival.file().dataset(), List.of(arrival.file().object()));
    Change change = audit.register(arrival.file(), arrival.at());
    boolean waits = change.now().filter(now -> now.state() == FileState.NEW).isPresent();
    if (arrival.file().dataset().equals(AuditSchema.UNKNOWN)) {
      change.now().filter(now -> now.mailedAt().isEmpty()).ifPresent(this::mailUnknown);
      return new Registered(change.made(), 0);
    }
    if (change.now().filter(now -> isLate(arrival, now)).isPresent()) {
      store.delete(arrival.file().landed());
    }
    return new Registered(change.made(), waits ? wakeUp.all(arrival.file()) : 0);
  }

  /** A version that was deleted is told to people; what it had replaced stays for them to use. */
  private static boolean isLate(Arrival arrival, AuditRecord now) {
    boolean newerWasDeleted = now.state() == FileState.INVALID && !now.hasCopy();
    return !now.speaksOf(arrival.file()) && !newerWasDeleted;
  }

  private void mailUnknown(AuditRecord record) {
    String key = OneLine.of(record.file().key());
    StringBuilder text = new StringBuilder();
    text.append("No dataset claims ")
        .append(OneLine.of(record.file().landed().uri()))
        .append(".\n");
    text.append(
        "It is recorded as '"
            + AuditSchema.UNKNOWN
            + "' and stays where it is; no run will read it.\n\n");
    text.append("Datasets and the keys that they claim:\n");
    for (DatasetContract contract : contracts.get().all()) {
      text.append("  ").append(contract.name()).append(": ");
      text.append(contract.landingPrefix()).append(contract.filePattern()).append('\n');
    }
    text.append("\nWhat to do: upload the file under the right key and delete this one,\n");
    text.append("or describe its dataset in datasets/<name>.yaml and deploy.\n");
    mail.send("[" + deployment + "] file of no dataset: " + key, text.toString());
    audit.markMailed(record.file(), clock.instant());
  }

  /**
   * What a registration did.
   *
   * @param made false where the event was a repetition or came late
   * @param woken executions that had waited for the file
   */
  public record Registered(boolean made, int woken) {}
}
