package dev.sluice.demo.bench;

import dev.sluice.demo.samples.Samples;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Compares the validator with Python's csv module on one 50 MB sales file, by the CPU time of whole
 * processes: a fresh JVM with the first compiler, serial collector and a heap of 32 MB, and {@code
 * bench/validate.py}. Runs alternate, the fastest of each counts.
 *
 * <p>Reads what the build has put below SLUICE_HOME (default: the current directory).
 */
public final class ValidatorBench {
  private static final int RUNS = 5;
  private static final long BYTES = 50_000_000;
  private static final String VALIDATOR = "dev.sluice.core.validate.ValidateMain";

  private ValidatorBench() {}

  /** No arguments; exit code 1 where the ratio is below 3. */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path home = Path.of(System.getenv().getOrDefault("SLUICE_HOME", "."));
    Path file = Files.createTempFile("sluice-sales", ".csv");
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
        Samples.largeSales(out, Samples.SEED, BYTES);
      }
      double java = Double.MAX_VALUE;
      double python = Double.MAX_VALUE;
      for (int run = 0; run < RUNS; run++) {
        java = Math.min(java, CpuTime.of(javaCommand(home, file)));
        python = Math.min(python, CpuTime.of(pythonCommand(home, file)));
      }
      double megabytes = BYTES / 1e6;
      print("validator  %.3f s CPU  %.0f MB/s (32 MB heap, fresh JVM)", java, megabytes / java);
      print("python csv %.3f s CPU  %.0f MB/s", python, megabytes / python);
      print("ratio      %.1f (3 wanted, 6 hoped for)", python / java);
      System.exit(python / java < 3 ? 1 : 0);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static List<String> javaCommand(Path home, Path file) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx32m"));
    Path target = home.resolve("core/target");
    String libraries = Files.readString(target.resolve("classpath")).strip();
    command.addAll(List.of("-cp", target.resolve("classes") + ":" + libraries, VALIDATOR));
    command.addAll(List.of(file.toString(), home.resolve("datasets/sales.yaml").toString()));
    return command;
  }

  private static List<String> pythonCommand(Path home, Path file) {
    return List.of("python3", home.resolve("bench/validate.py").toString(), file.toString());
  }

  private static void print(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
