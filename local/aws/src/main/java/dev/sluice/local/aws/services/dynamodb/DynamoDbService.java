package dev.sluice.local.aws.services.dynamodb;

import dev.sluice.local.aws.access.Gatekeeper;
import dev.sluice.local.aws.spi.LocalService;
import dev.sluice.local.aws.template.ResourceHandler;
import dev.sluice.local.base.file.OwnerOnly;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/**
 * DynamoDB Local behind a server of our own: its own one listens on every interface and reports its
 * use to its makers.
 *
 * <p>It runs within this process and therefore never dies alone: nothing here starts it again.
 */
public final class DynamoDbService implements LocalService {
  private final Path directory;
  private final Gatekeeper gate;
  private final DynamoDbClient client = new DynamoDbClient(this::url);
  private volatile Server server;
  private volatile LocalDynamoDBServerHandler handler;

  /** Not started; keeps its tables in the directory and serves whom the gate lets in. */
  public DynamoDbService(Path directory, Gatekeeper gate) {
    this.directory = directory;
    this.gate = gate;
  }

  @Override
  public String name() {
    return "dynamodb";
  }

  @Override
  public List<ResourceHandler> resourceHandlers() {
    return List.of(new TableHandler(client));
  }

  @Override
  public void start() throws Exception {
    OwnerOnly.directories(directory);
    boolean inMemory = false;
    boolean shared = true;
    boolean delayStatuses = false;
    LocalDynamoDBRequestHandler tables =
        new LocalDynamoDBRequestHandler(
            0, inMemory, directory.toAbsolutePath().toString(), shared, delayStatuses);
    Server starting = new Server(new InetSocketAddress("127.0.0.1", 0));
    handler = new LocalDynamoDBServerHandler(tables, null);
    starting.setHandler(new DynamoDbGuard(new DynamoDbGate(gate, new ContextHandler(handler))));
    starting.start();
    server = starting;
  }

  /** Base address; known once started. */
  public String url() {
    ServerConnector connector = (ServerConnector) server.getConnectors()[0];
    return "http://127.0.0.1:" + connector.getLocalPort();
  }

  @Override
  public void close() {
    if (server != null) {
      try {
        server.stop();
        handler.close();
      } catch (Exception e) {
        throw new IllegalStateException("DynamoDB Local did not stop: " + e.getMessage(), e);
      }
    }
  }
}
