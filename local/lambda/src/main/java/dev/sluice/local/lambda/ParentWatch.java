package dev.sluice.local.lambda;

import java.io.IOException;
import java.io.InputStream;

/** Ends this JVM when its standard input ends, that is when its parent closed it or died. */
final class ParentWatch {
  private static final int GRACE_MILLIS = 10_000;

  private ParentWatch() {}

  static void start(InputStream stdin) {
    daemon(
        "parent watch",
        () -> {
          try {
            while (stdin.read() >= 0) {
              // Nothing is ever sent: only the end matters.
            }
          } catch (IOException closed) {
            // Closed counts as ended.
          }
          // A handler's shutdown hook that hangs must not keep an orphan alive.
          daemon("halt", ParentWatch::haltLater);
          System.exit(0);
        });
  }

  private static void haltLater() {
    try {
      Thread.sleep(GRACE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(0);
  }

  private static void daemon(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }
}
