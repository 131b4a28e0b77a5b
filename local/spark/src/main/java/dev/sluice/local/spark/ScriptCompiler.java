package dev.sluice.local.spark;

import dev.sluice.local.base.file.DurableFile;
import dev.sluice.local.base.hash.Digest;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import scala.jdk.javaapi.CollectionConverters;
import scala.tools.nsc.Global;
import scala.tools.nsc.Settings;
import scala.tools.nsc.reporters.StoreReporter;

/** Compiles Scala scripts as Glue does, once per text; the classes stay on disk. Thread-safe. */
final class ScriptCompiler {
  private final Path directory;

  ScriptCompiler(Path directory) {
    this.directory = directory;
  }

  /**
   * The directory with the script's classes.
   *
   * @param jars that the script may use, beside Spark
   * @throws IOException where the script cannot be read
   * @throws PlainException where it does not compile, with the first error
   */
  synchronized Path compile(Path script, List<Path> jars) throws IOException {
    String text = Files.readString(script, StandardCharsets.UTF_8);
    String version = scala.util.Properties$.MODULE$.versionNumberString();
    Path classes = directory.resolve(Digest.name(version, text, jars.toString()));
    if (Files.isDirectory(classes)) {
      return classes;
    }
    Files.createDirectories(directory);
    Path unfinished = Files.createTempDirectory(directory, "compiling");
    Path source = Files.writeString(unfinished.resolve("script.scala"), text);
    run(source, unfinished, classPath(jars));
    return DurableFile.publish(unfinished, classes);
  }

  private static String classPath(List<Path> jars) {
    return Stream.concat(
            jars.stream().map(Path::toString), Stream.of(System.getProperty("java.class.path")))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static void run(Path source, Path classes, String classPath) {
    Settings settings = new Settings();
    settings.processArguments(
        CollectionConverters.asScala(
                List.of(
                    "-d", classes.toString(), "-classpath", classPath, "-release", "17", "-nowarn"))
            .toList(),
        true);
    StoreReporter reporter = new StoreReporter(settings);
    Global global = new Global(settings, reporter);
    Global.Run run = global.new Run();
    run.compile(CollectionConverters.asScala(List.of(source.toString())).toList());
    global.close();
    if (reporter.hasErrors()) {
      throw new PlainException(firstError(reporter));
    }
  }

  private static String firstError(StoreReporter reporter) {
    return CollectionConverters.asJava(reporter.infos()).stream()
        .filter(info -> info.severity().toString().equals("ERROR"))
        .findFirst()
        .map(
            info ->
                "the script does not compile, line %d: %s"
                    .formatted(info.pos().isDefined() ? info.pos().line() : 0, info.msg()))
        .orElse("the script does not compile");
  }
}
