package dev.sluice.pipeline.asl;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.config.ConfigurationException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * EXPRESS executions end after five minutes: <a
 * href="https://docs.aws.amazon.com/step-functions/latest/dg/choosing-workflow-type.html">Choosing
 * workflow type</a>.
 */
class ExpressTimeTest {
  private static final String LAMBDA = "arn:aws:states:::lambda:invoke";

  @Test
  void shouldRefuseAFunctionOfTenMinutesWithTheNumbersAndTheRemedy() {
    assertThatThrownBy(() -> check(map("EXPRESS", task(660).retry(Retry.LAMBDA))))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "the map files has EXPRESS children, which Step Functions ends after 300 s, but they"
                + " may take 782 s: one 782 s (1 × its timeout of 660 s and 122 s between retries)."
                + " Shorten these functions' timeouts, or make the children STANDARD.");
  }

  @Test
  void shouldLetAFunctionPassThatFitsWithItsRetries() {
    assertThatCode(() -> check(map("EXPRESS", task(178).retry(Retry.LAMBDA))))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> check(map("EXPRESS", task(179).retry(Retry.LAMBDA))))
        .hasMessageContaining("may take 301 s");
  }

  @Test
  void shouldCountTheTimeoutAgainWhereItIsRetried() {
    Retry again = new Retry(List.of("States.Timeout"), 1, 2, 1, 1);

    assertThatThrownBy(() -> check(map("EXPRESS", task(100).retry(again))))
        .hasMessageContaining("one 302 s (3 × its timeout of 100 s and 2 s between retries)");
  }

  @Test
  void shouldAddUpTheLongestWayThroughTheStates() {
    States states =
        new States()
            .add("a", task(100).catching(List.of("States.ALL"), "{}", "c").next("b"))
            .add("b", task(150).next(null))
            .add("c", State.map().with("ItemProcessor", states(task(250))).next(null));

    assertThatThrownBy(() -> check(map("EXPRESS", states.machine())))
        .hasMessageContaining("may take 350 s: a 100 s")
        .hasMessageContaining("one 250 s");
  }

  @Test
  void shouldFindAMapInAnyBranch() {
    Map<String, Object> machine =
        new States()
            .add(
                "both",
                State.parallel(List.of(new States().add("files", map("EXPRESS", task(301))))))
            .machine();

    assertThatThrownBy(() -> ExpressTime.check(machine)).hasMessageContaining("the map files");
  }

  @Test
  void shouldRefuseATaskThatNothingBounds() {
    assertThatThrownBy(() -> check(map("EXPRESS", State.task(LAMBDA).next(null))))
        .hasMessageContaining("has null as TimeoutSeconds, expected a number of seconds");
  }

  // https://docs.aws.amazon.com/step-functions/latest/dg/integrate-services.html: Express workflows
  // only support the request-response pattern.
  @Test
  void shouldRefuseATaskThatWaits() {
    for (String pattern : List.of(".sync", ".waitForTaskToken")) {
      assertThatThrownBy(
              () -> check(map("EXPRESS", State.task(LAMBDA + pattern).with("TimeoutSeconds", 1))))
          .hasMessageContaining("which EXPRESS children cannot: make the children STANDARD");
    }
  }

  @Test
  void shouldLeaveStandardChildrenAlone() {
    assertThatCode(() -> check(map("STANDARD", task(600).retry(Retry.LAMBDA))))
        .doesNotThrowAnyException();
  }

  private static void check(State map) {
    ExpressTime.check(new States().add("files", map).machine());
  }

  private static State task(int seconds) {
    return State.task(LAMBDA).with("TimeoutSeconds", seconds).next(null);
  }

  private static Map<String, Object> states(State one) {
    return new States().add("one", one).machine();
  }

  private static State map(String type, State one) {
    return map(type, states(one));
  }

  private static State map(String type, Map<String, Object> machine) {
    Map<String, Object> processor =
        Json.object("ProcessorConfig", Json.object("Mode", "DISTRIBUTED", "ExecutionType", type));
    processor.putAll(machine);
    return State.map().with("ItemProcessor", processor);
  }
}
