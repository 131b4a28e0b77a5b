package dev.sluice.local.base.net;

import dev.sluice.local.base.file.DurableFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The same port of 127.0.0.1 at every start, as far as it is free: it is part of addresses in the
 * properties of functions and jobs, which would otherwise change each time.
 */
public final class StablePort {
  private final Path file;

  /**
   * A port that is kept in a file.
   *
   * @param file made at the first choice
   */
  public StablePort(Path file) {
    this.file = file;
  }

  /** The port of the last time, or a free one where there was none or another process took it. */
  public int choose() throws IOException {
    if (Files.exists(file)) {
      int before = Integer.parseInt(Files.readString(file).strip());
      if (free(before)) {
        return before;
      }
    }
    int port;
    try (ServerSocket socket = open(0)) {
      port = socket.getLocalPort();
    }
    DurableFile.write(file, Integer.toString(port));
    return port;
  }

  private static boolean free(int port) {
    try (ServerSocket socket = open(port)) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  private static ServerSocket open(int port) throws IOException {
    return new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"));
  }
}
