package dev.sluice.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.fixture.PhysicalNames;
import dev.sluice.fixture.Synthesis;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Two deployments in one account: what the one calls something, the other does not. */
class DeploymentsApartTest {
  /** With all that has a name only where it is switched on. */
  private static final Map<String, Object> TRIGGERED =
      Map.of("orders", Map.of("schedule", "rate(1 day)", "startOnFile", true));

  /** What AWS or the directory of deployments demands before a name. */
  private static final String PLACE = "^(/aws/[a-z-]+(/[a-z]+)?/|/sluice/)";

  private final Map<String, List<String>> usual = PhysicalNames.of(Synthesis.with(TRIGGERED));
  private final Map<String, List<String>> other = PhysicalNames.of(Synthesis.with(acme()));

  private static Map<String, Object> acme() {
    Map<String, Object> settings = new LinkedHashMap<>(TRIGGERED);
    settings.put("name", "acme");
    settings.put("env", "dev");
    return settings;
  }

  @Test
  void shouldShareNoName() {
    assertThat(usual.keySet())
        .contains(
            "stack",
            "export",
            "AWS::Lambda::Function",
            "AWS::Logs::LogGroup",
            "AWS::SSM::Parameter",
            "AWS::DynamoDB::Table",
            "AWS::Glue::Connection")
        .isEqualTo(other.keySet());
    usual.forEach(
        (kind, names) -> {
          assertThat(names).as(kind).doesNotHaveDuplicates();
          assertThat(other.get(kind))
              .as("%s, as many in each deployment", kind)
              .hasSameSizeAs(names)
              .doesNotContainAnyElementsOf(names);
        });
  }

  @Test
  void shouldBeginEveryNameWithTheDeployments() {
    assertBegin(usual, "sluice");
    assertBegin(other, "acme-dev");
  }

  private static void assertBegin(Map<String, List<String>> names, String deployment) {
    assertThat(names.values()).anySatisfy(some -> assertThat(some).isNotEmpty());
    names.forEach(
        (kind, some) ->
            assertThat(some)
                .as(kind)
                .allSatisfy(
                    name ->
                        // Glue's databases take no dash.
                        assertThat(name.replaceFirst(PLACE, "").replace('_', '-'))
                            .as(name)
                            .matches(deployment + "([-/:].*)?")));
  }
}
