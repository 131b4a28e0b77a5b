package dev.sluice.glue.replace;

import dev.sluice.glue.failure.JobFailure;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.BulkDelete;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Replaces the files of a folder: write beside, then switch. A write that fails, or a process that
 * dies, leaves the last good copy. One writer a folder at a time.
 *
 * <ol>
 *   <li>The new files are written to {@code <target>/_switch/<id>/}, which no reader sees: the old
 *       files are the table.
 *   <li>{@link #finish} writes the note {@code _switch.json}, which lists the new and the old
 *       files. From here on the new files are the table. SQL views follow the note and read exactly
 *       these.
 *   <li>The new files move to the target, whose names Spark makes unique, then the old ones are
 *       deleted. S3 cannot do both at once: whoever reads the plain folder in between finds old and
 *       new files, so rows twice, but never a row missing. Old files go last because a table that
 *       is empty for a moment looks like a result.
 *   <li>The note and the folder beside are deleted.
 * </ol>
 *
 * <p>A switch that was cut off after its note is completed by the next writer; before it, what was
 * written beside is thrown away.
 */
public final class Switch implements AutoCloseable {
  static final String FOLDER = "_switch";

  private static final String SUCCESS = "_SUCCESS";
  private static final int MOVERS = 16;

  private final FileSystem system;
  private final Path target;
  private final String staging;
  private boolean finished;

  Switch(FileSystem system, Path target) throws IOException {
    this.system = system;
    this.target = system.makeQualified(target);
    this.staging = FOLDER + "/" + UUID.randomUUID();
    settle();
  }

  /**
   * Prepares to replace the files at a location, and clears what an earlier writer left behind.
   *
   * @throws JobFailure where the leftovers cannot be dealt with
   */
  public static Switch at(Configuration configuration, String location) {
    Path target = new Path(location);
    try {
      return new Switch(target.getFileSystem(configuration), target);
    } catch (IOException refused) {
      throw failure(target, refused);
    }
  }

  /** The folder whose files are replaced. */
  public String target() {
    return target.toString();
  }

  /** Where to write the new files; nothing is there yet. */
  public String staging() {
    return new Path(target, staging).toString();
  }

  /**
   * Puts what was written into the place of what was there.
   *
   * @throws JobFailure where a file cannot be moved or deleted; the next writer goes on from there
   */
  public void finish() {
    try {
      requireAlone();
      SwitchNote note =
          new SwitchNote(
              staging,
              VisibleFiles.of(system, new Path(target, staging)),
              VisibleFiles.of(system, target));
      note.write(system, target);
      complete(note);
      finished = true;
    } catch (IOException refused) {
      throw failure(target, refused);
    }
  }

  /**
   * Throws away what was written and not switched to; what it cannot delete is left to the next
   * writer.
   */
  @Override
  public void close() {
    if (finished) {
      return;
    }
    try {
      // With a note, the files beside are the table.
      if (SwitchNote.find(system, target).isEmpty()) {
        system.delete(new Path(staging()), true);
        Path folder = new Path(target, FOLDER);
        if (system.exists(folder) && system.listStatus(folder).length == 0) {
          system.delete(folder, false);
        }
      }
    } catch (IOException left) {
      System.err.printf("left behind %s: %s%n", staging(), left);
    }
  }

  /** Completes a switch that was cut off, and removes the leftovers of writes that were. */
  private void settle() throws IOException {
    var note = SwitchNote.find(system, target);
    if (note.isPresent() && isWhole(note.get())) {
      complete(note.get());
    } else {
      clear();
    }
  }

  /** Where somebody deleted a new file, what is visible is all that is left. */
  private boolean isWhole(SwitchNote note) throws IOException {
    for (String file : note.fresh()) {
      if (!system.exists(new Path(target, file)) && !system.exists(note.staged(target, file))) {
        return false;
      }
    }
    return true;
  }

  /** A job that was told to stop may still be writing when the next one has cleared its files. */
  private void requireAlone() throws IOException {
    if (SwitchNote.find(system, target).isPresent() || !system.exists(new Path(staging()))) {
      throw new IOException("another job has written there meanwhile");
    }
  }

  private void complete(SwitchNote note) throws IOException {
    moveAll(note);
    delete(note.old());
    system.create(new Path(target, SUCCESS), true).close();
    clear();
  }

  /** Many at once, since readers of the plain folder see old and new until all have moved. */
  private void moveAll(SwitchNote note) throws IOException {
    ExecutorService movers = Executors.newFixedThreadPool(MOVERS);
    try {
      List<Future<?>> moves = new ArrayList<>();
      for (String file : note.fresh()) {
        moves.add(
            movers.submit(
                () -> {
                  move(note.staged(target, file), new Path(target, file));
                  return null;
                }));
      }
      for (Future<?> move : moves) {
        move.get();
      }
    } catch (ExecutionException refused) {
      throw new IOException(refused.getCause().getMessage(), refused.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("stopped while files were moved");
    } finally {
      movers.shutdownNow();
    }
  }

  /** Doing it twice is the same: a move may have been cut off between its copy and its delete. */
  private void move(Path from, Path to) throws IOException {
    if (!system.exists(to)) {
      system.mkdirs(to.getParent());
      if (!system.rename(from, to)) {
        throw new IOException("cannot move %s to %s".formatted(from, to));
      }
    }
  }

  /** On S3 one request for hundreds of files, so that they disappear almost at once. */
  private void delete(List<String> files) throws IOException {
    try (BulkDelete bulk = system.createBulkDelete(target)) {
      for (int at = 0; at < files.size(); at += bulk.pageSize()) {
        List<Path> page =
            files.subList(at, Math.min(files.size(), at + bulk.pageSize())).stream()
                .map(file -> new Path(target, file))
                .toList();
        for (Map.Entry<Path, String> refused : bulk.bulkDelete(page)) {
          throw new IOException(
              "cannot delete %s: %s".formatted(refused.getKey(), refused.getValue()));
        }
      }
    }
  }

  /** The note goes first: without it, nobody looks for the files beside. */
  private void clear() throws IOException {
    SwitchNote.delete(system, target);
    system.delete(new Path(target, FOLDER), true);
  }

  private static JobFailure failure(Path target, IOException refused) {
    return new JobFailure(
        "cannot replace the files of %s: %s; run the step again, it goes on from there"
            .formatted(target, refused.getMessage()),
        refused);
  }
}
