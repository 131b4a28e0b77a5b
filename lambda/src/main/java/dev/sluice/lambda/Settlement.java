package dev.sluice.lambda;

import dev.sluice.core.contract.Contracts;
import dev.sluice.core.function.Variable;
import dev.sluice.lambda.audit.AuditTable;
import dev.sluice.lambda.audit.DynamoAuditTable;
import dev.sluice.lambda.audit.DynamoRecentChanges;
import dev.sluice.lambda.file.Batch;
import dev.sluice.lambda.file.FirstInvalidFiles;
import dev.sluice.lambda.file.Settler;
import dev.sluice.lambda.mail.SnsMail;
import dev.sluice.lambda.notify.DynamoNotices;
import dev.sluice.lambda.store.S3Store;
import java.time.Clock;
import java.util.function.Supplier;

/**
 * What the handlers that settle files share.
 *
 * @param settler that moves files
 * @param batches makes an empty batch for each invocation
 */
record Settlement(Settler settler, Supplier<Batch> batches) {

  static Settlement wired(Environment environment) {
    Clock clock = Clock.systemUTC();
    AuditTable audit =
        new DynamoAuditTable(
            Clients.dynamoDb(),
            environment.require(Variable.AUDIT_TABLE),
            new DynamoRecentChanges(
                Clients.dynamoDb(), environment.require(Variable.COORDINATION_TABLE), clock),
            clock);
    Settler settler =
        new Settler(
            audit,
            new S3Store(Clients.s3()),
            Once.of(Contracts::fromClasspath),
            environment.require(Variable.LAKE_BUCKET),
            environment.require(Variable.FAILED_BUCKET),
            clock);
    FirstInvalidFiles first =
        new FirstInvalidFiles(
            audit,
            new DynamoNotices(
                Clients.dynamoDb(), environment.require(Variable.COORDINATION_TABLE), clock),
            new SnsMail(Clients.sns(), environment.require(Variable.ALERTS_TOPIC)),
            environment.require(Variable.PIPELINE),
            clock);
    return new Settlement(settler, () -> new Batch(first));
  }

  Batch batch() {
    return batches.get();
  }
}
