package dev.sluice.local.aws.services.postgres;

import dev.sluice.local.aws.account.LocalAws;
import dev.sluice.local.aws.spi.DatabaseAddresses;
import dev.sluice.local.aws.spi.LocalService;
import dev.sluice.local.aws.template.Deployed;
import dev.sluice.local.aws.template.Resource;
import dev.sluice.local.aws.template.ResourceHandler;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;

/**
 * RDS for PostgreSQL: all instances of a template are databases of one PostgreSQL on this machine,
 * which runs only where a template has an instance, wants a password and is started again where it
 * dies.
 */
public final class PostgresService implements LocalService, DatabaseAddresses {
  private static final int MAX_NAME = 63;
  private static final String DEFAULT_DATABASE = "postgres";

  private final PostgresServer server;
  private final Map<String, Address> instances = new ConcurrentSkipListMap<>();
  private volatile boolean wanted;

  /**
   * Not started.
   *
   * @param directory where it keeps its data
   * @param progress told what the person who watches should know
   */
  public PostgresService(Path directory, Consumer<String> progress) {
    server = new PostgresServer(directory, progress);
  }

  @Override
  public String name() {
    return "postgres";
  }

  /** Says that a template needs it, so that it starts beside the other services. */
  public void want() {
    wanted = true;
  }

  @Override
  public void start() throws Exception {
    server.stopOrphan();
    if (wanted) {
      server.start();
    }
  }

  /** The addresses of the deployed instances, by name. */
  public Map<String, Address> instances() {
    return instances;
  }

  @Override
  public Address address(String instance) {
    Address address = instances.get(instance);
    if (address == null) {
      throw new IllegalArgumentException("there is no database instance " + instance);
    }
    return address;
  }

  @Override
  public List<ResourceHandler> resourceHandlers() {
    return List.of(
        new ResourceHandler() {
          @Override
          public String type() {
            return "AWS::RDS::DBInstance";
          }

          @Override
          public Deployed deploy(Resource resource) throws Exception {
            return deployInstance(resource);
          }
        });
  }

  private Deployed deployInstance(Resource resource) throws Exception {
    String engine = resource.text("Engine", "postgres");
    if (!engine.equals("postgres")) {
      throw new IllegalArgumentException(
          "engine " + engine + " does not run locally; postgres does");
    }
    // Identifiers are in lower case on AWS, whatever the template says.
    String name = resource.physicalName("DBInstanceIdentifier", MAX_NAME).toLowerCase(Locale.ROOT);
    String database = resource.text("DBName", DEFAULT_DATABASE);
    String user = resource.text("MasterUsername", "postgres");
    if (user.equals(AdminLogin.USER)) {
      throw new IllegalArgumentException(
          "MasterUsername " + user + " is reserved, on RDS too; use another one");
    }
    server.start();
    server.prepare(database, user, resource.text("MasterUserPassword", ""));
    Address address = new Address("127.0.0.1", server.port(), database);
    instances.put(name, address);
    return Deployed.ref(name)
        .with("DBInstanceArn", LocalAws.arn("rds", "db:" + name))
        .with("DbiResourceId", "db-" + name)
        .with("Endpoint.Address", address.host())
        .with("Endpoint.Port", Integer.toString(address.port()));
  }

  @Override
  public void close() {
    server.close();
  }
}
