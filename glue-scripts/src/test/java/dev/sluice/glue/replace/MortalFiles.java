package dev.sluice.glue.replace;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.FilterFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;

/** A file system whose process dies: from one operation that changes something on, nothing does. */
final class MortalFiles extends FilterFileSystem {
  /** What the process would not live to see. */
  static final class Dead extends IOException {
    private static final long serialVersionUID = 1L;
  }

  private final AtomicInteger left;

  /**
   * Lives for that many changes.
   *
   * @param changes how many succeed
   */
  MortalFiles(FileSystem real, int changes) {
    super(real);
    this.left = new AtomicInteger(changes);
  }

  boolean isDead() {
    return left.get() < 0;
  }

  private void change() throws Dead {
    if (left.decrementAndGet() < 0) {
      throw new Dead();
    }
  }

  @Override
  public boolean rename(Path from, Path to) throws IOException {
    change();
    return super.rename(from, to);
  }

  @Override
  public boolean delete(Path path, boolean recursive) throws IOException {
    change();
    return super.delete(path, recursive);
  }

  @Override
  public FSDataOutputStream create(
      Path path,
      FsPermission permission,
      boolean overwrite,
      int buffer,
      short replication,
      long block,
      Progressable progress)
      throws IOException {
    change();
    return super.create(path, permission, overwrite, buffer, replication, block, progress);
  }
}
