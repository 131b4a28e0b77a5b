package dev.sluice.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BootstrapTest {
  private static final int DEADLINE_SECONDS = 60;

  @Test
  void shouldEndWithItsParent() throws Exception {
    try (ServerSocket api = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Process process = start(api);
      try (Socket connection = api.accept()) {
        awaitNext(connection);
        assertThat(process.isAlive()).isTrue();

        // What the end of a killed parent looks like from within.
        process.getOutputStream().close();

        assertThat(process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
      }
    }
  }

  @Test
  void shouldEndWhenTheRuntimeApiIsGone() throws Exception {
    try (ServerSocket api = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Process process = start(api);
      try (Socket connection = api.accept()) {
        awaitNext(connection);
      }

      assertThat(process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(3);
      assertThat(new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
          .contains("The Runtime API at 127.0.0.1:" + api.getLocalPort() + " is gone");
    }
  }

  private static void awaitNext(Socket connection) throws Exception {
    byte[] start = connection.getInputStream().readNBytes(40);
    assertThat(new String(start, StandardCharsets.ISO_8859_1))
        .startsWith("GET /2018-06-01/runtime/invocation/next");
  }

  private static Process start(ServerSocket api) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Bootstrap.class.getName());
    builder.environment().put("AWS_LAMBDA_RUNTIME_API", "127.0.0.1:" + api.getLocalPort());
    builder.environment().put("_HANDLER", HandlerLoaderTest.Good.class.getName());
    return builder.start();
  }
}
