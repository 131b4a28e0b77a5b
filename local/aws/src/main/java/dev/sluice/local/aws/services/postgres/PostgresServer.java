package dev.sluice.local.aws.services.postgres;

import dev.sluice.local.base.file.OwnerOnly;
import dev.sluice.local.base.file.Trees;
import dev.sluice.local.base.net.StablePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One PostgreSQL on loopback, with its data on disk and a password for every role. Where it dies it
 * is started again on the same port, until {@link Deaths} gives up. Thread-safe.
 */
final class PostgresServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);
  private static final Duration STARTUP = Duration.ofSeconds(60);
  private static final Duration RESTART = Duration.ofSeconds(20);
  // Its other processes notice within that time that the first one is gone.
  private static final long MOURNING_MILLIS = 500;

  private final Path directory;
  private final Consumer<String> progress;
  private final Deaths deaths = new Deaths();
  private volatile boolean closed;
  private Postmaster postmaster;
  private int port;

  PostgresServer(Path directory, Consumer<String> progress) {
    this.directory = directory;
    this.progress = progress;
  }

  private Path data() {
    return directory.resolve("data");
  }

  /** Ends the server that a killed process left behind, if there is one. */
  void stopOrphan() throws IOException, InterruptedException {
    new Orphan(data()).stop();
  }

  /** Starts unless it was started. */
  synchronized void start() throws IOException {
    if (postmaster != null) {
      return;
    }
    OwnerOnly.directories(directory);
    removeHalfMade();
    port = new StablePort(directory.resolve("port")).choose();
    Access access = new Access(data());
    boolean open = access.open();
    AdminLogin admin =
        open || !Files.exists(data()) ? AdminLogin.make(directory) : AdminLogin.in(directory);
    String user = open ? Access.OPEN_ROLE : AdminLogin.USER;
    live(Postmaster.start(directory, port, admin, user, STARTUP));
    if (open) {
      access.shut(port, admin);
      progress.accept("PostgreSQL wants a password from now on; its data and logins stay");
    }
  }

  private void live(Postmaster started) throws IOException {
    postmaster = started;
    Path programs = directory.resolve("bin");
    // The library lets everybody write there. It unpacks them once a process, for the first server.
    if (Files.isDirectory(programs)) {
      OwnerOnly.protect(programs);
    }
    started.onEnd(() -> died(started));
  }

  private synchronized void died(Postmaster dead) {
    if (closed || dead != postmaster) {
      return;
    }
    LOG.warn("PostgreSQL on port {} died after {}", port, dead.age());
    boolean another = deaths.another(dead.age());
    while (another && !closed) {
      try {
        dead.close();
        Thread.sleep(MOURNING_MILLIS);
        AdminLogin admin = AdminLogin.in(directory);
        live(Postmaster.start(directory, port, admin, AdminLogin.USER, RESTART));
        LOG.warn("PostgreSQL runs again on port {}", port);
        progress.accept("PostgreSQL had died; it runs again on port " + port + " with its data");
        return;
      } catch (IOException | RuntimeException e) {
        LOG.error("PostgreSQL did not start again", e);
        another = deaths.another(Duration.ZERO);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
    if (!closed) {
      String sentence =
          "PostgreSQL died %d times in a row and stays down; see the log, then start the runtime again"
              .formatted(Deaths.MOST);
      LOG.error(sentence);
      progress.accept(sentence);
    }
  }

  /** A process killed within initdb leaves a directory that neither runs nor is made anew. */
  private void removeHalfMade() throws IOException {
    Path made = directory.resolve("made");
    if (Files.exists(data()) && !Files.exists(made)) {
      Trees.delete(data());
    }
    if (!Files.exists(data())) {
      Files.deleteIfExists(made);
    }
  }

  synchronized int port() {
    return port;
  }

  /** See {@link Databases#prepare}. */
  synchronized void prepare(String database, String user, String password) throws IOException {
    new Databases(AdminLogin.in(directory), port).prepare(database, user, password);
    OwnerOnly.touch(directory.resolve("made"));
  }

  @Override
  public void close() {
    closed = true;
    stop();
  }

  private synchronized void stop() {
    if (postmaster != null) {
      try {
        postmaster.close();
      } catch (IOException e) {
        throw new UncheckedIOException("PostgreSQL did not stop", e);
      }
    }
  }
}
