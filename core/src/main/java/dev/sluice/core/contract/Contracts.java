package dev.sluice.core.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All dataset contracts, sorted by name. Immutable. */
public final class Contracts {
  /** Name of the resource that lists the datasets of a jar, one a line. */
  public static final String INDEX = "datasets/index";

  private final Map<String, DatasetContract> byName;

  private Contracts(Map<String, DatasetContract> byName) {
    this.byName = byName;
  }

  /**
   * Reads every {@code *.yaml} of a directory.
   *
   * @throws ContractException with all that is wrong in any of them
   */
  public static Contracts fromDirectory(Path directory) {
    ContractSet set = new ContractSet();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
        set.read(directory.getFileName() + "/" + file.getFileName(), Files.readString(file));
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read the contracts in " + directory, unreadable);
    }
    return new Contracts(set.checked());
  }

  /**
   * Reads the contracts that were packed into the jar, by the names in {@value #INDEX}.
   *
   * @throws ContractException with all that is wrong in any of them
   */
  public static Contracts fromClasspath() {
    return fromClasspath(Contracts.class.getClassLoader());
  }

  /** Like {@link #fromClasspath()}, with a class loader of the caller's choice. */
  public static Contracts fromClasspath(ClassLoader loader) {
    ContractSet set = new ContractSet();
    for (String name : resource(loader, INDEX).lines().filter(line -> !line.isBlank()).toList()) {
      String path = "datasets/" + name + ".yaml";
      set.read(path, resource(loader, path));
    }
    return new Contracts(set.checked());
  }

  /**
   * Reads one contract.
   *
   * @param file what messages call it
   * @throws ContractException with all that is wrong
   */
  public static DatasetContract parse(String file, String yaml) {
    ContractReader reader = new ContractReader(file);
    return reader.read(yaml).orElseThrow(() -> new ContractException(reader.findings()));
  }

  /**
   * The contract of that name.
   *
   * @throws IllegalArgumentException where there is none, naming those that there are
   */
  public DatasetContract get(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no dataset '" + name + "', expected one of " + byName.keySet()));
  }

  /** The contract of that name, where there is one. */
  public Optional<DatasetContract> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** The contract that an object of the landing bucket falls under, by its decoded key. */
  public Optional<DatasetContract> forKey(String key) {
    return byName.values().stream().filter(contract -> contract.owns(key)).findFirst();
  }

  /** Every contract, sorted by name. */
  public List<DatasetContract> all() {
    return List.copyOf(byName.values());
  }

  /** The names of all datasets, sorted. */
  public List<String> names() {
    return List.copyOf(byName.keySet());
  }

  private static String resource(ClassLoader loader, String path) {
    try (InputStream in = loader.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException(
            "no resource "
                + path
                + " on the class path; the build packs datasets/ into core's jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read the resource " + path, unreadable);
    }
  }
}
