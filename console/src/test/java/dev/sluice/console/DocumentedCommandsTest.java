package dev.sluice.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every {@code ./sluice …} that the documentation shows is one that the command line takes. */
class DocumentedCommandsTest {
  private static final Path ROOT = Path.of("..");

  /** A line of a shell block, or a piece of text set as code; what follows two spaces explains. */
  private static final Pattern SHOWN =
      Pattern.compile(
          "(?:^|\\$ |`|\\$\\()(\\./sluice(?: (?! )[^\n`)]+?)?)(?=  |$|`|\\))", Pattern.MULTILINE);

  /** The launcher's own, which it hands to Maven or the CDK. */
  private static final Set<String> LAUNCHERS =
      Set.of("build", "test", "app", "synth", "deploy", "diff", "destroy");

  static Set<String> commands() throws IOException {
    Set<String> commands = new LinkedHashSet<>();
    for (Path page : pages()) {
      Matcher shown = SHOWN.matcher(Files.readString(page).replaceAll(" *\\\\\n *", " "));
      while (shown.find()) {
        commands.add(shown.group(1));
      }
    }
    assertThat(commands)
        .contains("./sluice run orders", "./sluice test", "./sluice redrive <execution>")
        .hasSizeGreaterThan(30);
    return commands;
  }

  private static List<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>(List.of(ROOT.resolve("README.md")));
    try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
      docs.filter(page -> page.toString().endsWith(".md")).sorted().forEach(pages::add);
    }
    return pages;
  }

  @ParameterizedTest
  @MethodSource("commands")
  void shouldBeTakenAsDocumented(String shown) throws IOException {
    List<String> words = new ArrayList<>(List.of(shown.split(" +")));
    words.remove(0);
    removeContext(words);
    if (words.isEmpty()) {
      return;
    }
    if (LAUNCHERS.contains(words.get(0))) {
      assertThat(Files.readString(ROOT.resolve("sluice")))
          .containsPattern("[ |]" + words.get(0) + "\\b.*\\)");
      return;
    }
    assertThatCode(() -> Main.commandLine().parseArgs(words.toArray(String[]::new)))
        .as(shown)
        .doesNotThrowAnyException();
  }

  /** {@code -c name=value} is the launcher's. */
  private static void removeContext(List<String> words) {
    for (int at = words.indexOf("-c"); at >= 0; at = words.indexOf("-c")) {
      assertThat(words.get(at + 1)).matches("\\w[\\w.]*=.+");
      words.subList(at, at + 2).clear();
    }
  }
}
