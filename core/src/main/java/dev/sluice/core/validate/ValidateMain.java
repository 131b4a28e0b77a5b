package dev.sluice.core.validate;

import dev.sluice.core.contract.ContractException;
import dev.sluice.core.contract.Contracts;
import dev.sluice.core.contract.DatasetContract;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Validates one file from the command line: {@code FILE CONTRACT.yaml}. Exit code 0 where the file
 * is valid, 1 where it is not, 2 where it could not be checked.
 */
public final class ValidateMain {
  private ValidateMain() {}

  public static void main(String[] args) {
    System.exit(run(args));
  }

  static int run(String[] args) {
    if (args.length != 2) {
      System.err.println("found " + args.length + " arguments, expected FILE CONTRACT.yaml");
      return 2;
    }
    try {
      DatasetContract contract = Contracts.parse(args[1], Files.readString(Path.of(args[1])));
      try (InputStream in = new FileInputStream(args[0])) {
        ValidationReport report = Validator.validate(in, contract);
        System.out.println(report.summary());
        report.violations().forEach(violation -> System.out.println("  " + violation.message()));
        return report.valid() ? 0 : 1;
      }
    } catch (IOException | ContractException wrong) {
      System.err.println(wrong);
      return 2;
    }
  }
}
