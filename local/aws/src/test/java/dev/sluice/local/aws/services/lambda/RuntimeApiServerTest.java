package dev.sluice.local.aws.services.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.local.aws.Pages;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RuntimeApiServerTest {
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger asked = new AtomicInteger();

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  @Test
  void shouldShutOutWebPagesAndLetProgramsPass() throws Exception {
    try (RuntimeApiServer server = new RuntimeApiServer(new OneEvent(), threads)) {
      String next = "http://" + server.address() + "/2018-06-01/runtime/invocation/next";

      Pages.assertShutOut(next);
      assertThat(asked).as("events handed out").hasValue(0);
      Pages.assertProgramsPass(next);
      assertThat(asked).hasPositiveValue();
    }
  }

  private final class OneEvent implements RuntimeApiServer.Runtime {
    @Override
    public HttpWire.Answer next() {
      asked.incrementAndGet();
      return new HttpWire.Answer(200, Map.of(), "{}".getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public boolean response(String requestId, byte[] body, boolean tooLarge) {
      return false;
    }

    @Override
    public boolean error(String requestId, byte[] body) {
      return false;
    }

    @Override
    public void initError(byte[] body) {
      throw new IllegalStateException("no init here");
    }
  }
}
