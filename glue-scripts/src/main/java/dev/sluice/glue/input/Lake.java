package dev.sluice.glue.input;

import dev.sluice.core.lake.Zones;
import dev.sluice.glue.failure.JobFailure;
import dev.sluice.glue.replace.TableFiles;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/**
 * Files by location, {@code s3://…} or {@code file:/…}, through whichever file system Spark has for
 * it.
 */
public final class Lake {
  private final Configuration configuration;

  /** Uses the file systems of that configuration. */
  public Lake(Configuration configuration) {
    this.configuration = configuration;
  }

  /** The text of a file in UTF-8. */
  public String text(String location) {
    Path path = new Path(location);
    try (var in = path.getFileSystem(configuration).open(path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (FileNotFoundException absent) {
      throw new JobFailure("there is no file " + location, absent);
    } catch (IOException unreadable) {
      throw new JobFailure("cannot read " + location + ": " + reason(unreadable), unreadable);
    }
  }

  /** Writes a file, in place of an earlier one. */
  public void write(String location, String text) {
    Path path = new Path(location);
    try (OutputStream out = path.getFileSystem(configuration).create(path, true)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException refused) {
      throw new JobFailure("cannot write " + location + ": " + reason(refused), refused);
    }
  }

  /**
   * How many data files lie below a location that Spark writes, 0 where it does not exist. While a
   * writer replaces them, the new ones count.
   */
  public int files(String location) {
    return TableFiles.switched(configuration, location)
        .map(List::size)
        .orElseGet(() -> files(location, (file, hidden) -> !hidden, new ArrayList<>()));
  }

  /**
   * Checks that the files below a location are a table by themselves.
   *
   * @throws JobFailure where a writer replaces them right now, or was cut off while it did
   */
  public void requireSettled(String location) {
    if (TableFiles.switched(configuration, location).isPresent()) {
      throw new JobFailure(
          "the files of %s are being replaced; run again when the step that writes them has succeeded, or read its view"
              .formatted(location));
    }
  }

  /**
   * How many files of a dataset's rows lie below a location, 0 where it does not exist.
   *
   * @param refused what to throw for a file that is none, by its path: one that Spark would pass
   *     over in silence, for its name, or read as what it is not
   */
  public int rowFiles(String location, Function<String, JobFailure> refused) {
    List<Path> foreign = new ArrayList<>();
    int count =
        files(location, (file, hidden) -> !hidden && file.getName().endsWith(Zones.ROWS), foreign);
    if (!foreign.isEmpty()) {
      throw refused.apply(foreign.get(0).toUri().getPath());
    }
    return count;
  }

  private int files(String location, BiPredicate<Path, Boolean> counts, List<Path> others) {
    Path root = new Path(location);
    int count = 0;
    try {
      FileSystem system = root.getFileSystem(configuration);
      RemoteIterator<LocatedFileStatus> files = system.listFiles(root, true);
      while (files.hasNext()) {
        LocatedFileStatus file = files.next();
        if (isMarker(file)) {
          continue;
        }
        if (counts.test(file.getPath(), isHidden(root, file.getPath()))) {
          count++;
        } else {
          others.add(file.getPath());
        }
      }
    } catch (FileNotFoundException absent) {
      return 0;
    } catch (IOException refused) {
      throw new JobFailure("cannot list " + location + ": " + reason(refused), refused);
    }
    return count;
  }

  /**
   * S3A repeats what the service said, with request and class names; the innermost message is
   * enough.
   */
  private static String reason(IOException failure) {
    Throwable cause = failure;
    while (cause.getCause() != null && cause.getCause().getMessage() != null) {
      cause = cause.getCause();
    }
    return cause.getMessage().replaceAll(" \\((Service|SDK)[^)]*\\)", "");
  }

  /** Spark's own success markers, and what file systems keep beside a file. */
  private static boolean isMarker(LocatedFileStatus file) {
    String name = file.getPath().getName();
    return file.getLen() == 0 || name.equals("_SUCCESS") || name.endsWith(".crc");
  }

  private static boolean isHidden(Path root, Path file) {
    for (Path at = file; at != null && at.depth() > root.depth(); at = at.getParent()) {
      char first = at.getName().charAt(0);
      if (first == '_' || first == '.') {
        return true;
      }
    }
    return false;
  }
}
