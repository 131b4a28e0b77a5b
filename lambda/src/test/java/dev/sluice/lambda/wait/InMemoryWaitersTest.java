package dev.sluice.lambda.wait;

class InMemoryWaitersTest extends WaitersContract {
  @Override
  Waiters empty() {
    return new InMemoryWaiters();
  }
}
