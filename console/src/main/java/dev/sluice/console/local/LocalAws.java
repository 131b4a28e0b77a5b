package dev.sluice.console.local;

import dev.sluice.console.error.UserError;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The embedded AWS as the command line sees it: one that already runs, or a child process that
 * lives as long as this object.
 */
public final class LocalAws implements AutoCloseable {
  private static final long STOP_SECONDS = 15;

  private final EndpointFile endpoint;
  private final Process child;

  private LocalAws(EndpointFile endpoint, Process child) {
    this.endpoint = endpoint;
    this.child = child;
  }

  /** Attaches to the embedded AWS that runs on this state, or starts one as a child. */
  public static LocalAws attachOrStart(Home home, List<String> options, Consumer<String> progress) {
    Optional<EndpointFile> running = EndpointFile.ofLiving(home.awsState());
    return running
        .map(endpoint -> new LocalAws(endpoint, null))
        .orElseGet(() -> start(home, options, progress));
  }

  /**
   * Starts an embedded AWS as a child process and waits until it is ready.
   *
   * @param options further options of the child, such as {@code --port}
   * @param progress is given each line that the child prints
   */
  public static LocalAws start(Home home, List<String> options, Consumer<String> progress) {
    Assembly.manifest(home);
    ChildErrors errors = ChildErrors.from(LastWords.errors(home));
    Process child = launch(home, options);
    Runtime.getRuntime().addShutdownHook(new Thread(child::destroy));
    List<String> last = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("ready at ")) {
          return new LocalAws(readyEndpoint(home, child), child);
        }
        last.add(line);
        progress.accept(line);
      }
    } catch (IOException e) {
      throw UserError.unavailable("the embedded AWS could not be read: " + e.getMessage(), e);
    }
    String reason =
        errors.lastLine().orElse(last.isEmpty() ? "no reason given" : last.get(last.size() - 1));
    throw UserError.unavailable(
        "the embedded AWS did not start: "
            + reason
            + "\nIts log is in "
            + home.awsState()
            + "/logs.");
  }

  private static EndpointFile readyEndpoint(Home home, Process child) {
    return EndpointFile.ofLiving(home.awsState())
        .orElseThrow(
            () -> {
              child.destroy();
              return UserError.unavailable(
                  "the embedded AWS is ready but left no endpoint.json in " + home.awsState());
            });
  }

  private static Process launch(Home home, List<String> options) {
    // What it writes is for this user alone; a JVM cannot set its own umask.
    List<String> command =
        new ArrayList<>(List.of("/bin/sh", "-c", "umask 077; exec \"$0\" \"$@\""));
    String java = System.getenv("SLUICE_JAVA");
    command.add(java == null ? "java" : java);
    command.addAll(
        List.of(
            "-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Djava.awt.headless=true"));
    command.addAll(List.of("-cp", classpath(home), "dev.sluice.local.aws.Main"));
    command.addAll(List.of("--assembly", home.assembly().toString()));
    command.addAll(List.of("--state", home.awsState().toString(), "--exit-with-stdin"));
    command.addAll(options);
    try {
      Files.createDirectories(home.awsState().resolve("logs"));
      return new ProcessBuilder(command)
          .directory(home.root().toFile())
          .redirectError(ProcessBuilder.Redirect.appendTo(LastWords.errors(home).toFile()))
          .start();
    } catch (IOException e) {
      throw UserError.unavailable("the embedded AWS could not be started: " + e.getMessage(), e);
    }
  }

  private static String classpath(Home home) {
    Path target = home.root().resolve("local/aws/target");
    try {
      return target.resolve("classes") + ":" + Files.readString(target.resolve("classpath")).trim();
    } catch (IOException e) {
      throw UserError.unavailable("the local runtime is not built. Run ./sluice build.", e);
    }
  }

  public EndpointFile endpoint() {
    return endpoint;
  }

  /** True where this object started the embedded AWS, which then ends with it. */
  public boolean isOwn() {
    return child != null;
  }

  /** Waits so long for the child's end; false where it lives on. */
  public boolean endsWithin(Duration patience) throws InterruptedException {
    return child.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Waits until the child ends; returns its exit code. */
  public int await() throws InterruptedException {
    return child.waitFor();
  }

  @Override
  public void close() {
    if (child == null) {
      return;
    }
    child.destroy();
    try {
      if (!child.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        child.destroyForcibly();
      }
    } catch (InterruptedException e) {
      child.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
