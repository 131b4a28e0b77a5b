package dev.sluice.local.asl.run;

import dev.sluice.local.asl.definition.ChoiceState;
import dev.sluice.local.asl.definition.FailState;
import dev.sluice.local.asl.definition.MapState;
import dev.sluice.local.asl.definition.ParallelState;
import dev.sluice.local.asl.definition.PassState;
import dev.sluice.local.asl.definition.State;
import dev.sluice.local.asl.definition.SucceedState;
import dev.sluice.local.asl.definition.TaskState;
import dev.sluice.local.asl.definition.WaitState;
import java.util.Map;

/** Which behaviour a type has. */
final class Behaviours {
  private static final Map<Class<? extends State>, Behaviour> ALL =
      Map.of(
          PassState.class, new PassBehaviour(),
          SucceedState.class, new PassBehaviour(),
          ChoiceState.class, new ChoiceBehaviour(),
          WaitState.class, new WaitBehaviour(),
          FailState.class, new FailBehaviour(),
          TaskState.class, new TaskBehaviour(),
          ParallelState.class, new ParallelBehaviour(),
          MapState.class, new MapBehaviour());

  private Behaviours() {}

  static Behaviour of(State state) {
    Behaviour behaviour = ALL.get(state.getClass());
    return attempt -> attempt.guarded(() -> behaviour.run(attempt));
  }
}
