package dev.sluice.core.contract;

import dev.sluice.core.audit.AuditSchema;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads one contract document. */
final class ContractReader {
  static final List<String> KEYS =
      List.of(
          "name",
          "description",
          "cadence",
          "landing",
          "size",
          "rows",
          "limits",
          "await",
          "csv",
          "columns",
          "unique",
          "tolerated_bad_rows");
  private static final List<String> LANDING_KEYS = List.of("prefix", "files");
  private static final List<String> LIMIT_KEYS = List.of("min", "max");
  private static final List<String> CSV_KEYS = List.of("delimiter", "quote", "header");

  static final Duration DEFAULT_AWAIT = Duration.ofDays(7);

  /**
   * Below what an execution may last, a year.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html">quotas</a>
   */
  private static final Duration LONGEST_AWAIT = Duration.ofDays(360);

  static final Limits DEFAULT_SIZE = new Limits(1, 1L << 30);
  static final Limits DEFAULT_ROWS = new Limits(1, 10_000_000);

  private static final Pattern NAME =
      Pattern.compile("(?!" + AuditSchema.UNKNOWN + "$)[a-z][a-z0-9_]{0,31}");
  private static final Pattern PREFIX = Pattern.compile("([A-Za-z0-9_.-]+/)+");
  private static final Pattern FILES = Pattern.compile("[^/]+");

  private final String file;
  private final Findings findings;

  ContractReader(String file) {
    this.file = file;
    this.findings = new Findings(file);
  }

  List<Finding> findings() {
    return findings.all();
  }

  /** The contract; empty where there are findings. */
  Optional<DatasetContract> read(String yaml) {
    Optional<Node> root = compose(yaml);
    if (root.isEmpty()) {
      if (findings.isEmpty()) {
        findings.add(1, "", "an empty document", "a dataset contract", "see datasets/sales.yaml");
      }
      return Optional.empty();
    }
    YamlMap map = YamlMap.of(findings, root.get(), "", KEYS);
    Optional<String> name =
        map.required(
            "name", "lower case letters, digits, _ (32 at most), not unknown", matching(NAME));
    Optional<Cadence> cadence =
        map.required("cadence", "daily or monthly", ContractReader::cadence);
    Limits size = limits(map, "size", Quantities.SIZE, Quantities::bytes, DEFAULT_SIZE);
    Limits rows = limits(map, "rows", "a whole number", Scalars::count, DEFAULT_ROWS);
    Optional<Duration> await =
        map.parsed(
            "await",
            Quantities.DURATION + ", at most " + LONGEST_AWAIT.toDays() + "d",
            text -> Quantities.duration(text).filter(d -> d.compareTo(LONGEST_AWAIT) <= 0));
    CsvDialect dialect = dialect(map.map("csv", CSV_KEYS));
    Optional<Long> tolerated =
        map.parsed("tolerated_bad_rows", "a whole number, 0 or more", Scalars::count);
    String description = map.text("description").orElse("");

    YamlMap landing = map.map("landing", LANDING_KEYS);
    String standardPrefix = name.orElse("dataset") + "/";
    String prefix =
        landing
            .parsed(
                "prefix", "a key prefix that ends with a slash, such as sales/", matching(PREFIX))
            .orElse(standardPrefix);
    String files =
        landing
            .parsed("files", "a glob without a slash, such as *.csv", matching(FILES))
            .orElse("*.csv");
    ColumnsReader columns = new ColumnsReader(findings, map);
    TextLimits limits =
        new TextLimitsReader(findings, map.map("limits", TextLimitsReader.KEYS))
            .read(columns.columns());
    if (!findings.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new DatasetContract(
            name.get(),
            description,
            cadence.get(),
            prefix,
            files,
            size,
            rows,
            limits,
            await.orElse(DEFAULT_AWAIT),
            dialect,
            columns.columns(),
            columns.uniqueKey(),
            tolerated.orElse(0L)));
  }

  private Optional<Node> compose(String yaml) {
    LoadSettings settings = LoadSettings.builder().setLabel(file).setUseMarks(true).build();
    try {
      if (new YamlBounds(findings).exceeded(settings, yaml)) {
        return Optional.empty();
      }
      return new Compose(settings).composeString(yaml);
    } catch (MarkedYamlEngineException wrong) {
      int line = wrong.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
      findings.add(line, "", wrong.getProblem(), "a YAML document", "correct the YAML there");
    } catch (YamlEngineException wrong) {
      findings.add(1, "", wrong.getMessage(), "one YAML document", "correct the YAML");
    }
    return Optional.empty();
  }

  private Limits limits(
      YamlMap map,
      String key,
      String expected,
      Function<String, Optional<Long>> parser,
      Limits standard) {
    YamlMap limits = map.map(key, LIMIT_KEYS);
    long min = limits.parsed("min", expected, parser).orElse(standard.min());
    long max = limits.parsed("max", expected, parser).orElse(Math.max(min, standard.max()));
    if (min > max) {
      findings.add(
          limits.nodeOf("max"), limits.at("max"), "" + max, min + " or more", "swap min and max");
      return standard;
    }
    return new Limits(min, max);
  }

  private CsvDialect dialect(YamlMap csv) {
    String expected = "one ASCII character, no line break";
    char delimiter =
        csv.parsed("delimiter", expected, Scalars::separator)
            .orElse(CsvDialect.DEFAULT.delimiter());
    char quote =
        csv.parsed("quote", expected, Scalars::separator).orElse(CsvDialect.DEFAULT.quote());
    boolean header = csv.parsed("header", "true or false", Scalars::flag).orElse(true);
    if (delimiter == quote) {
      findings.add(
          csv.nodeOf("quote"),
          csv.at("quote"),
          "'" + quote + "' as delimiter and as quote",
          "two different characters",
          "change one");
      return CsvDialect.DEFAULT;
    }
    return new CsvDialect(delimiter, quote, header);
  }

  private static Function<String, Optional<String>> matching(Pattern pattern) {
    return text -> pattern.matcher(text).matches() ? Optional.of(text) : Optional.empty();
  }

  private static Optional<Cadence> cadence(String text) {
    for (Cadence cadence : Cadence.values()) {
      if (cadence.text().equals(text)) {
        return Optional.of(cadence);
      }
    }
    return Optional.empty();
  }
}
