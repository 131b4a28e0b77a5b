package dev.sluice.local.aws.services.lambda;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The command line of a function's JVM. */
final class JvmCommand {
  // What AWS leaves to the heap of MemorySize in its Java runtimes, about.
  private static final double HEAP_SHARE = 0.85;

  private final List<Path> client;
  private final String mainClass;

  /**
   * @param client classes of the runtime client, which come before the function's
   * @param mainClass of the client; it gets the handler's name as its argument
   */
  JvmCommand(List<Path> client, String mainClass) {
    this.client = List.copyOf(client);
    this.mainClass = mainClass;
  }

  /**
   * @param archiveOptions options that read or write a class-data archive, or none
   * @param temp the environment's own directory for temporary files
   */
  List<String> of(FunctionConfig function, List<String> archiveOptions, Path temp) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + (long) (function.memoryMb() * 1024 * HEAP_SHARE) + "k");
    // As AWS's runtime: https://docs.aws.amazon.com/lambda/latest/dg/java-customization.html
    command.add("-XX:+UseSerialGC");
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-XX:-UsePerfData");
    command.add("-Xlog:disable");
    command.addAll(archiveOptions);
    command.add("-Djava.io.tmpdir=" + temp);
    command.add("-cp");
    command.add(
        classPath(function).stream()
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator)));
    command.add(mainClass);
    // The bootstrap reads _HANDLER; here the name serves whoever looks at the process list.
    command.add(function.handler());
    return command;
  }

  List<Path> classPath(FunctionConfig function) {
    List<Path> all = new ArrayList<>(client);
    all.addAll(function.classPath());
    return all;
  }
}
