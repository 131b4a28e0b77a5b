package dev.sluice.core.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Contracts that are read together and must agree with each other. */
final class ContractSet {
  private final Map<String, DatasetContract> byName = new TreeMap<>();
  private final Map<String, String> fileByPrefix = new LinkedHashMap<>();
  private final List<Finding> findings = new ArrayList<>();

  void read(String file, String yaml) {
    ContractReader reader = new ContractReader(file);
    Optional<DatasetContract> contract = reader.read(yaml);
    findings.addAll(reader.findings());
    contract.ifPresent(c -> add(file, c));
  }

  private void add(String file, DatasetContract contract) {
    String expected = contract.name() + ".yaml";
    if (!file.endsWith("/" + expected)) {
      findings.add(
          new Finding(
              file,
              1,
              "name",
              "'" + contract.name() + "' in this file",
              "the file's own name",
              "rename the file to " + expected + " or the dataset"));
    }
    String prefix = contract.landingPrefix();
    fileByPrefix.forEach(
        (other, otherFile) -> {
          if (other.startsWith(prefix) || prefix.startsWith(other)) {
            findings.add(
                new Finding(
                    file,
                    1,
                    "landing.prefix",
                    "'"
                        + prefix
                        + "', within which or around"
                        + " which lies '"
                        + other
                        + "' of "
                        + otherFile,
                    "prefixes that do not overlap",
                    "choose another prefix"));
          }
        });
    fileByPrefix.put(prefix, file);
    byName.put(contract.name(), contract);
  }

  Map<String, DatasetContract> checked() {
    if (!findings.isEmpty()) {
      throw new ContractException(findings);
    }
    return byName;
  }
}
