package dev.sluice.local.aws.services.lambda;

import static dev.sluice.local.aws.services.lambda.LambdaFixture.function;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.local.aws.access.OpenGate;
import dev.sluice.local.base.thread.Threads;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentPoolTest {
  @TempDir Path state;
  private final Threads threads = new Threads("lambda");
  private EnvironmentPool pool;

  private void start(long idleMillis) throws Exception {
    Path client = BootstrapJar.pack(BootstrapJar.findClasses(), state.resolve("bootstrap.jar"));
    JvmStarter starter =
        new JvmStarter(
            new JvmCommand(List.of(client), "dev.sluice.local.lambda.Bootstrap"),
            new ClassArchives(state.resolve("archives")),
            state.resolve("tmp"),
            new FunctionRights(new OpenGate()),
            function -> Map.of(),
            Clock.systemUTC());
    pool =
        new EnvironmentPool(
            starter,
            threads,
            new EnvironmentPool.Limits(2, 2, idleMillis),
            new AccountConcurrency(9));
    for (String name : List.of("a", "b", "c")) {
      pool.configure(
          function(name, TestHandlers.Sleepy.class), new FunctionLog(state.resolve(name + ".log")));
    }
  }

  @AfterEach
  void stop() {
    pool.close();
    threads.close();
  }

  @Test
  void shouldGiveUpTheLeastRecentlyUsedEnvironmentForAnotherFunction() throws Exception {
    start(600_000);
    long a = pid(invoke("a", 1));
    long b = pid(invoke("b", 1));
    assertThat(pid(invoke("a", 1))).isEqualTo(a);

    long c = pid(invoke("c", 1));

    assertThat(ended(b)).isTrue();
    assertThat(pid(invoke("a", 1))).isEqualTo(a);
    assertThat(pid(invoke("c", 1))).isEqualTo(c);
  }

  @Test
  void shouldLetInvocationsWaitRatherThanExceedTheBound() throws Exception {
    start(600_000);
    List<CompletableFuture<Outcome>> running = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      for (String name : List.of("a", "b", "c")) {
        running.add(invoke(name, 100));
      }
    }
    Set<Long> alive = new LinkedHashSet<>();
    for (CompletableFuture<Outcome> result : running) {
      alive.add(pid(result));
    }

    assertThat(alive.stream().filter(p -> !ended(p)).count()).isLessThanOrEqualTo(2);
  }

  @Test
  void shouldEndEnvironmentsThatNobodyUses() throws Exception {
    start(500);
    long a = pid(invoke("a", 1));

    ProcessHandle.of(a).ifPresent(p -> p.onExit().orTimeout(30, TimeUnit.SECONDS).join());

    assertThat(ended(a)).isTrue();
    assertThat(pid(invoke("a", 1))).isNotEqualTo(a);
  }

  private CompletableFuture<Outcome> invoke(String name, int millis) {
    return pool.submit(name, new PendingInvocation(Integer.toString(millis).getBytes()));
  }

  private static long pid(CompletableFuture<Outcome> result) throws Exception {
    return Long.parseLong(LambdaFixture.text(result.get(60, TimeUnit.SECONDS)));
  }

  private static boolean ended(long pid) {
    ProcessHandle.of(pid)
        .ifPresent(p -> p.onExit().completeOnTimeout(p, 2, TimeUnit.SECONDS).join());
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty();
  }
}
