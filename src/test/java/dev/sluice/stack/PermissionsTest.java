package dev.sluice.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.fixture.JsonTree;
import dev.sluice.fixture.Policies;
import dev.sluice.fixture.Synthesis;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PermissionsTest {

  @Test
  void shouldLetOnlyCrawlersJobsAndNetworksUseAWildcardResource() {
    Map<String, String> unnamed = new LinkedHashMap<>();
    for (String stack : Synthesis.stacks(Synthesis.whole())) {
      JsonTree template = Synthesis.templateOf(Synthesis.whole(), stack);
      for (var policy : template.resources("AWS::IAM::Policy")) {
        Policies.of(template, policy.getKey())
            .lines()
            .filter(line -> line.endsWith(" on *"))
            .forEach(line -> unnamed.put(line.replaceAll(":.*", ""), policy.getKey()));
      }
    }

    assertThat(unnamed.keySet())
        .as("services whose actions know no narrower resource")
        .containsExactlyInAnyOrder("cloudwatch", "glue", "ec2", "logs", "xray");
  }
}
