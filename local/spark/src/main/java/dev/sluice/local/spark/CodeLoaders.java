package dev.sluice.local.spark;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The class loaders of runs' code: one for each content, kept as long as the JVM. Spark registers a
 * JDBC driver once in a JVM and gives later runs the one that an earlier run's loader has loaded,
 * so a loader that were closed with its run would take the driver from the others. Thread-safe.
 */
final class CodeLoaders {
  private final Map<List<Path>, URLClassLoader> loaders = new ConcurrentHashMap<>();

  /**
   * The loader of a compiled script and its jars, whose paths name their content.
   *
   * @param jars in the order in which classes are looked for
   */
  ClassLoader of(Path classes, List<Path> jars) {
    List<Path> places = new ArrayList<>();
    places.add(classes);
    places.addAll(jars);
    return loaders.computeIfAbsent(List.copyOf(places), CodeLoaders::loader);
  }

  private static URLClassLoader loader(List<Path> places) {
    return new URLClassLoader(
        places.stream().map(CodeLoaders::url).toArray(URL[]::new),
        CodeLoaders.class.getClassLoader());
  }

  private static URL url(Path place) {
    try {
      return place.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException("no place to load classes from: " + place, e);
    }
  }
}
