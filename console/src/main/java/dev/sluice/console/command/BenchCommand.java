package dev.sluice.console.command;

import dev.sluice.console.error.ExitCode;
import dev.sluice.console.error.UserError;
import dev.sluice.console.local.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sluice bench}: how fast the parts are, each against a peer in the same run. */
@Command(
    name = "bench",
    description = {
      "Measures the parts on this machine and prints ratios: the validator against Python, the engine's",
      "CPU time, the export against one read and COPY, a whole run's time and memory; on demand, what",
      "many files and tables take, phase by phase."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./sluice bench validator engine",
      "  ./sluice bench scale --files 10000 --tables 2000"
    })
public final class BenchCommand implements Callable<Integer> {
  /** What can be measured. */
  enum Part {
    VALIDATOR,
    ENGINE,
    EXPORT,
    RUN,
    SCALE
  }

  @Parameters(
      arity = "0..*",
      paramLabel = "PART",
      description = "${COMPLETION-CANDIDATES} (default: all but SCALE, which takes minutes).")
  private List<Part> parts =
      new ArrayList<>(List.of(Part.VALIDATOR, Part.ENGINE, Part.EXPORT, Part.RUN));

  @Option(
      names = "--files",
      paramLabel = "N",
      defaultValue = "1000",
      description =
          "SCALE: files to upload, every fifth of them invalid (default: ${DEFAULT-VALUE}).")
  private int files;

  @Option(
      names = "--tables",
      paramLabel = "N",
      defaultValue = "40",
      description =
          "SCALE: tables to export, of which one in twenty fails at first (default: ${DEFAULT-VALUE}).")
  private int tables;

  private final Home home = Home.ofEnvironment();

  @Override
  public Integer call() throws IOException, InterruptedException {
    System.out.printf(
        "%s %s, %d processors, Java %s%n",
        System.getProperty("os.name"),
        System.getProperty("os.arch"),
        Runtime.getRuntime().availableProcessors(),
        Runtime.version());
    int worst = ExitCode.OK;
    for (Part part : parts) {
      System.out.println();
      worst = Math.max(worst, measure(part));
    }
    return worst;
  }

  private int measure(Part part) throws IOException, InterruptedException {
    return switch (part) {
      case VALIDATOR -> java("-cp", "demo/target/classes", "dev.sluice.demo.bench.ValidatorBench");
      case ENGINE ->
          java(
              "-XX:+UseSerialGC",
              "-cp",
              "local/aws/target/classes:" + classpath("local/aws/target/classpath"),
              "dev.sluice.local.aws.bench.EngineBench");
      case EXPORT ->
          java(
              "@glue-scripts/src/test/jvm.options",
              "-Xmx2g",
              "-cp",
              "glue-scripts/target/test-classes:glue-scripts/target/classes:"
                  + classpath("glue-scripts/target/bench-classpath"),
              "dev.sluice.glue.bench.ExportBench");
      case RUN -> new RunBench(home).measure();
      case SCALE -> new ScaleBench(home, files, tables).measure();
    };
  }

  private int java(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    String java = System.getenv("SLUICE_JAVA");
    command.add(java == null ? "java" : java);
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .directory(home.root().toFile())
        .inheritIO()
        .start()
        .waitFor();
  }

  private String classpath(String file) throws IOException {
    Path path = home.root().resolve(file);
    if (!Files.exists(path)) {
      throw UserError.unavailable(
          "found no " + file + ". Run ./sluice test once, which builds it.");
    }
    return Files.readString(path).trim();
  }
}
