package dev.sluice.local.aws.services.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The same port at every start, as far as it is free: it is part of JDBC URLs in the properties of
 * functions and jobs, which would otherwise change each time.
 */
final class StablePort {
  private final Path file;

  StablePort(Path file) {
    this.file = file;
  }

  int choose() throws IOException {
    if (Files.exists(file)) {
      int before = Integer.parseInt(Files.readString(file).trim());
      if (free(before)) {
        return before;
      }
    }
    int port;
    try (ServerSocket socket = open(0)) {
      port = socket.getLocalPort();
    }
    Files.writeString(file, Integer.toString(port));
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
