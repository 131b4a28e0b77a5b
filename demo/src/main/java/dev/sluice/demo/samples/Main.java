package dev.sluice.demo.samples;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes samples from the command line: {@code DIR [SEED]}, or {@code --sales FILE MEGABYTES}. */
public final class Main {
  private static final int MEGABYTE = 1_000_000;

  private Main() {}

  public static void main(String[] args) throws IOException {
    if (args.length == 3 && args[0].equals("--sales")) {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(Path.of(args[1])))) {
        Samples.largeSales(out, Samples.SEED, Long.parseLong(args[2]) * MEGABYTE);
      }
    } else if (args.length == 1 || args.length == 2) {
      long seed = args.length == 2 ? Long.parseLong(args[1]) : Samples.SEED;
      Samples.write(Path.of(args[0]), seed).files().forEach(System.out::println);
    } else {
      System.err.println(
          "found " + args.length + " arguments, expected DIR [SEED] or --sales FILE MEGABYTES");
      System.exit(2);
    }
  }
}
