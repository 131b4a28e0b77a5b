package dev.sluice.glue.replace;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The files of a folder that readers take for data: names with an underscore or a dot in front are
 * for nobody.
 */
final class VisibleFiles {
  private VisibleFiles() {}

  /** Paths relative to the folder, sorted; none where it does not exist. */
  static List<String> of(FileSystem system, Path folder) throws IOException {
    String root = system.makeQualified(folder).toUri().getPath() + "/";
    List<String> visible = new ArrayList<>();
    try {
      var files = system.listFiles(folder, true);
      while (files.hasNext()) {
        String path = files.next().getPath().toUri().getPath().substring(root.length());
        if (isVisible(path)) {
          visible.add(path);
        }
      }
    } catch (FileNotFoundException absent) {
      return List.of();
    }
    visible.sort(null);
    return visible;
  }

  private static boolean isVisible(String path) {
    for (String name : path.split("/")) {
      if (name.startsWith("_") || name.startsWith(".")) {
        return false;
      }
    }
    return true;
  }
}
