package dev.sluice.local.aws.services.postgres;

import dev.sluice.local.base.thread.DaemonThreads;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** One life of the PostgreSQL on a data directory: started, and ended by a close or its death. */
final class Postmaster implements AutoCloseable {
  private final EmbeddedPostgres postgres;
  private final ProcessHandle process;
  private final long started = System.nanoTime();

  private Postmaster(EmbeddedPostgres postgres, Path data) throws IOException {
    this.postgres = postgres;
    long pid = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
    this.process =
        ProcessHandle.of(pid)
            .orElseThrow(() -> new IOException("PostgreSQL " + pid + " died as soon as it ran"));
  }

  /**
   * Starts it; makes the data directory where there is none.
   *
   * @param user as whom to ask whether it is ready, with the admin's password
   * @param patience until it must be ready
   */
  static Postmaster start(
      Path directory, int port, AdminLogin admin, String user, Duration patience)
      throws IOException {
    Path data = directory.resolve("data");
    // The lock of a start that failed in this process is never given back; ours is the directory's.
    Files.deleteIfExists(data.resolve("epg-lock"));
    Path programs = directory.resolve("bin");
    Binaries.discardUnfinished(programs);
    EmbeddedPostgres postgres =
        EmbeddedPostgres.builder()
            .setDataDirectory(data)
            .setCleanDataDirectory(false)
            .setOverrideWorkingDirectory(programs.toFile())
            .setPort(port)
            .setServerConfig("listen_addresses", "127.0.0.1")
            // The library's own is off, which loses the last commits when a process dies.
            .setServerConfig("synchronous_commit", "on")
            // As is this, by -F, which loses whole databases when the machine dies.
            .setServerConfig("fsync", "on")
            .setServerConfig("timezone", "UTC")
            .setServerConfig("max_connections", "100")
            .setServerConfig("shared_buffers", "64MB")
            .setLocaleConfig("locale", "C")
            .setLocaleConfig("encoding", "UTF8")
            // Options of initdb all the same, after the library's own -A trust and -U postgres.
            .setLocaleConfig("auth-local", Access.METHOD)
            .setLocaleConfig("auth-host", Access.METHOD)
            .setLocaleConfig("username", AdminLogin.USER)
            .setLocaleConfig("pwfile", admin.file().toAbsolutePath().toString())
            .setConnectConfig("user", user)
            .setConnectConfig("password", admin.password())
            .setPGStartupWait(patience)
            .setRegisterShutdownHook(false)
            .start();
    return new Postmaster(postgres, data);
  }

  int port() {
    return postgres.getPort();
  }

  /** Time since it was ready. */
  Duration age() {
    return Duration.ofNanos(System.nanoTime() - started);
  }

  /** Calls back, on a thread of its own, once the process has ended for whatever reason. */
  void onEnd(Runnable then) {
    process.onExit().thenRun(() -> DaemonThreads.thread("postgres-watch", then).start());
  }

  /** Stops it if it still runs, and lets another one start. */
  @Override
  public void close() throws IOException {
    postgres.close();
  }
}
