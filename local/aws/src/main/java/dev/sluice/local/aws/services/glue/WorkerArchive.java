package dev.sluice.local.aws.services.glue;

import dev.sluice.local.base.file.DurableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Makes the Spark worker's class-data archive, with which it starts in well under half the CPU
 * time. A part of the build in all but name: run once after it, half a minute of work; does nothing
 * where the archive is there and newer than the worker.
 */
public final class WorkerArchive {
  private WorkerArchive() {}

  /** Exit code 0 where the archive is there afterwards; 1 with one line otherwise. */
  public static void main(String[] arguments) {
    try {
      make();
    } catch (IOException e) {
      System.err.println("sluice: no class-data archive for the Spark worker: " + e.getMessage());
      System.exit(1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      System.exit(1);
    }
  }

  private static void make() throws IOException, InterruptedException {
    WorkerBuild build = WorkerBuild.find();
    if (build.archiveIsFresh()) {
      return;
    }
    Path partial = DurableFile.part(build.archive());
    Path cache = Files.createTempDirectory("sluice-worker");
    Path log = cache.resolve("log");
    Process process =
        new ProcessBuilder(
                build.command(
                    List.of("-XX:ArchiveClassesAtExit=" + partial),
                    List.of("--cache", cache.toString(), "--warm-up")))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    process.getOutputStream().close();
    int status = process.waitFor();
    if (status != 0 || !Files.exists(partial)) {
      throw new IOException("the worker ended with status " + status + "; its log is " + log);
    }
    DurableFile.publish(partial, build.archive());
    Files.deleteIfExists(log);
    Files.deleteIfExists(cache);
  }
}
