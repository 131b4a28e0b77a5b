package dev.sluice.local.aws;

import dev.sluice.local.asl.run.Quotas;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Arguments of the command.
 *
 * @param assembly what cdk synth wrote
 * @param state where everything is kept
 * @param port of the default endpoint, 0 for any
 * @param exitWithStdin end when standard input ends, as a child of the command line does
 * @param stacks names of the stacks to deploy, with those that they depend on; empty for all
 * @param deployed deploy also the stacks that this state has had before
 * @param quotas how fast Step Functions lets things happen
 */
public record Options(
    Path assembly,
    Path state,
    int port,
    boolean exitWithStdin,
    List<String> stacks,
    boolean deployed,
    Quotas quotas) {
  static final String USAGE =
      "usage: --assembly cdk.out --state .sluice/aws [--stack NAME]... [--deployed] [--port 0]"
          + " [--quotas aws] [--exit-with-stdin]";

  /** Copies the names. */
  public Options {
    stacks = List.copyOf(stacks);
  }

  /** Throttles nothing. */
  public Options(
      Path assembly,
      Path state,
      int port,
      boolean exitWithStdin,
      List<String> stacks,
      boolean deployed) {
    this(assembly, state, port, exitWithStdin, stacks, deployed, Quotas.UNTHROTTLED);
  }

  /**
   * Reads the arguments.
   *
   * @throws IllegalArgumentException saying what is wrong
   */
  static Options parse(String... args) {
    Path assembly = null;
    Path state = null;
    int port = 0;
    boolean exitWithStdin = false;
    List<String> stacks = new ArrayList<>();
    boolean deployed = false;
    Quotas quotas = Quotas.UNTHROTTLED;
    for (int i = 0; i < args.length; i++) {
      switch (args[i]) {
        case "--assembly" -> assembly = Path.of(value(args, ++i));
        case "--state" -> state = Path.of(value(args, ++i));
        case "--port" -> port = port(value(args, ++i));
        case "--exit-with-stdin" -> exitWithStdin = true;
        case "--stack" -> stacks.add(value(args, ++i));
        case "--deployed" -> deployed = true;
        case "--quotas" -> quotas = quotas(value(args, ++i));
        default -> throw new IllegalArgumentException("unknown argument " + args[i] + "; " + USAGE);
      }
    }
    if (assembly == null || state == null) {
      throw new IllegalArgumentException("--assembly and --state are needed; " + USAGE);
    }
    if (!Files.isRegularFile(assembly.resolve("manifest.json"))) {
      throw new IllegalArgumentException(
          assembly + " is no cloud assembly: it has no manifest.json; run cdk synth first");
    }
    return new Options(assembly, state, port, exitWithStdin, stacks, deployed, quotas);
  }

  private static String value(String[] args, int index) {
    if (index >= args.length) {
      throw new IllegalArgumentException(args[index - 1] + " needs a value; " + USAGE);
    }
    return args[index];
  }

  private static Quotas quotas(String text) {
    if (text.equals("aws")) {
      return Quotas.AWS;
    }
    throw new IllegalArgumentException("--quotas can be aws, found " + text);
  }

  private static int port(String text) {
    try {
      int port = Integer.parseInt(text);
      if (port >= 0 && port <= 65535) {
        return port;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw new IllegalArgumentException("--port is a number from 0 to 65535, found " + text);
  }
}
