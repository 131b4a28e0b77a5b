package dev.sluice.lambda.audit;

class InMemoryAuditTableTest extends AuditTableContract {
  @Override
  AuditTable emptyTable() {
    return new InMemoryAuditTable(CLOCK);
  }
}
