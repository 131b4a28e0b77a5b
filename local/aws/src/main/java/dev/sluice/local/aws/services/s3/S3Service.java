package dev.sluice.local.aws.services.s3;

import dev.sluice.local.asl.integration.ObjectStore;
import dev.sluice.local.aws.access.Gatekeeper;
import dev.sluice.local.aws.account.LocalAws;
import dev.sluice.local.aws.services.events.EventBus;
import dev.sluice.local.aws.spi.LocalService;
import dev.sluice.local.aws.template.ResourceHandler;
import java.nio.file.Path;
import java.util.List;

/** S3 with versions and Object Created events. */
public final class S3Service implements LocalService {
  private final Path root;
  private final ObjectEvents events;
  private final Gatekeeper gate;
  private final KeyRights keys;
  private final S3Client client = new S3Client(this::url);
  private volatile S3Server server;

  /**
   * Not started.
   *
   * @param root where objects are kept
   * @param bus where Object Created events go
   * @param gate lets requests in, or not
   * @param keys what encrypted buckets need besides
   */
  public S3Service(Path root, EventBus bus, Gatekeeper gate, KeyRights keys) {
    this.root = root;
    this.gate = gate;
    this.keys = keys;
    this.events = new ObjectEvents(root.resolveSibling("events"), bus, () -> server.objects());
  }

  @Override
  public String name() {
    return "s3";
  }

  @Override
  public List<ResourceHandler> resourceHandlers() {
    return List.of(new BucketHandler(client, events));
  }

  @Override
  public void start() throws Exception {
    KeyLocks locks = new KeyLocks();
    server =
        new S3Server(
            root,
            new S3AccessFilter(gate, keys, new StoredObjects(() -> server)),
            new ObjectEventFilter(events, locks),
            new DeletionFilter(new DeletedVersions(() -> server.store()), locks),
            new AbortFilter(() -> server, locks));
    client.createBucket(LocalAws.ASSETS_BUCKET);
  }

  @Override
  public void deployed() {
    events.recover();
  }

  @Override
  public void close() {
    if (server != null) {
      server.close();
    }
  }

  /** Base address; known once started. */
  public String url() {
    return server.url();
  }

  /** The few calls that this process makes by itself. */
  public S3Client client() {
    return client;
  }

  /** Objects for the engine. */
  public ObjectStore objects() {
    return new DirectObjects(() -> server, client, gate);
  }
}
