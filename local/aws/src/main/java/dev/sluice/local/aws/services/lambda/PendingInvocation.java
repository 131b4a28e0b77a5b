package dev.sluice.local.aws.services.lambda;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** One event on its way through a function. */
final class PendingInvocation {
  final String requestId = UUID.randomUUID().toString();
  final long createdNanos = System.nanoTime();
  final byte[] event;
  final CompletableFuture<Outcome> result = new CompletableFuture<>();

  PendingInvocation(byte[] event) {
    this.event = event;
  }
}
