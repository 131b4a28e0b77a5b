package dev.sluice.construct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.config.Settings;
import dev.sluice.config.SettingsReader;
import dev.sluice.fixture.JsonTree;
import dev.sluice.fixture.Policies;
import dev.sluice.fixture.Synthesis;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.Vpc;

/** Two steps that ask for one function. */
class HandlerTest {
  private final App app = Synthesis.app(Map.of());
  private final Settings settings = SettingsReader.read(app.getNode(), List.of());
  private final Stack stack = new Stack(app, "sluice-one");
  private final Platform platform =
      new Platform(stack, "one", settings, Synthesis.assets(), null, null);
  private final HandlerSpec guard = HandlerSpec.named("guard").with("A", "1");

  @Test
  void shouldAllowTheFunctionWhatEitherNeeds() {
    Handler first = platform.handler(guard.may(Grants.statement(List.of("s3:GetObject"), "arn:a")));
    Handler second =
        platform.handler(guard.may(Grants.statement(List.of("s3:PutObject"), "arn:b")));

    assertThat(second).isSameAs(first);
    JsonTree template = Synthesis.template(app.synth(), "one");
    assertThat(template.resources("AWS::Lambda::Function")).hasSize(1);
    assertThat(Policies.of(template, "Guard"))
        .contains("s3:GetObject on arn:a", "s3:PutObject on arn:b");
  }

  @Test
  void shouldRefuseDescriptionsThatDifferInAnythingElse() {
    platform.handler(guard);

    refuse(guard.memory(1024), "its memory is 512 for one and 1024 for the other");
    refuse(guard.timeout(5), "its timeout is 60 for one and 5");
    refuse(guard.startsFromSnapshot(), "its SnapStart is false for one and true");
    refuse(guard.with("A", "2"), "its environment is {A=1} for one and {A=2}");
    refuse(HandlerSpec.named("guard", "Other").with("A", "1"), "its handler is ");
    Vpc vpc = Vpc.Builder.create(stack, "Vpc").build();
    SecurityGroup group = SecurityGroup.Builder.create(stack, "Group").vpc(vpc).build();
    refuse(guard.inside(vpc, group), "its network is ");
  }

  private void refuse(HandlerSpec other, String difference) {
    assertThatThrownBy(() -> platform.handler(other))
        .hasMessageContaining("two steps describe the function guard differently: " + difference);
  }
}
