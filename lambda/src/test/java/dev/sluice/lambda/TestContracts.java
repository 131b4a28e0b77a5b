package dev.sluice.lambda;

import dev.sluice.core.contract.Contracts;
import java.net.URISyntaxException;
import java.nio.file.Path;

/** Small contracts that change only when a test does. */
public final class TestContracts {

  private TestContracts() {}

  public static Contracts all() {
    try {
      return Contracts.fromDirectory(
          Path.of(TestContracts.class.getResource("/contracts").toURI()));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
