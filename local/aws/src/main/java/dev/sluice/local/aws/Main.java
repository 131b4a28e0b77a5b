package dev.sluice.local.aws;

import dev.sluice.local.base.thread.DaemonThreads;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CountDownLatch;
import org.slf4j.LoggerFactory;

/**
 * Starts the embedded AWS and keeps it running until SIGTERM, SIGINT or, with {@code
 * --exit-with-stdin}, the end of standard input.
 *
 * <p>Exit codes: 0 ended as asked, 1 could not start or deploy, 2 wrong arguments, 3 the disk was
 * full.
 */
public final class Main {
  private static final int FAILED = 1;
  private static final int BAD_INPUT = 2;
  private static final int FULL_DISK = 3;

  private Main() {}

  /** See {@link Options#USAGE}. */
  public static void main(String[] args) throws InterruptedException {
    Options options;
    try {
      options = Options.parse(args);
    } catch (IllegalArgumentException e) {
      end(BAD_INPUT, e.getMessage());
      return;
    }
    Logging.toFile(options.state().resolve("logs").resolve("runtime.log"));
    Runtime runtime;
    try {
      runtime = new Runtime(options, System.out::println);
    } catch (BadInput e) {
      end(BAD_INPUT, e.getMessage());
      return;
    } catch (IOException | RuntimeException e) {
      LoggerFactory.getLogger(Main.class).error("the runtime could not be made", e);
      end(FAILED, e.getMessage());
      return;
    }
    java.lang.Runtime.getRuntime().addShutdownHook(new Thread(runtime::close, "shutdown"));
    if (options.exitWithStdin()) {
      exitAtEnd(System.in);
    }
    try {
      runtime.watchDisk(sentence -> end(FULL_DISK, sentence));
      runtime.start();
    } catch (StartFailure | IOException e) {
      if (!runtime.closed()) {
        end(FAILED, runtime.fullDisk().orElse(e.getMessage()));
      }
      return;
    }
    new CountDownLatch(1).await();
  }

  /** DynamoDB Local leaves threads behind, so that nothing but an exit ends the process. */
  private static void end(int code, String message) {
    System.err.println(message);
    System.exit(code);
  }

  /** Ends also a start that is under way. */
  private static void exitAtEnd(InputStream in) {
    DaemonThreads.thread(
            "stdin",
            () -> {
              try {
                while (in.read() >= 0) {
                  // Whatever is written to us says only that the parent lives.
                }
              } catch (IOException e) {
                // As good as its end.
              }
              System.exit(0);
            })
        .start();
  }
}
