package dev.sluice.local.aws.services.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.local.aws.Resources;
import dev.sluice.local.aws.spi.DatabaseAddresses;
import dev.sluice.local.aws.template.Deployed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServiceTest {
  private static final String INSTANCE =
      "{'Engine': 'postgres', 'DBInstanceIdentifier': 'Shop', 'DBName': 'shop',"
          + " 'MasterUsername': 'own-er', 'MasterUserPassword': 'it''s'}".replace("''", "\\u0027");

  @TempDir Path directory;

  private static Connection connect(DatabaseAddresses.Address address) throws Exception {
    return DriverManager.getConnection(address.jdbcUrl(), "own-er", "it's");
  }

  private static void execute(DatabaseAddresses.Address address, String sql) throws Exception {
    try (Connection connection = connect(address);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private long postmaster() throws Exception {
    return Long.parseLong(
        Files.readAllLines(directory.resolve("data").resolve("postmaster.pid")).get(0).trim());
  }

  @Test
  void shouldNotRunWithoutAnInstance() throws Exception {
    try (PostgresService service = new PostgresService(directory)) {
      service.start();

      assertThat(directory.resolve("data")).doesNotExist();
      assertThatThrownBy(() -> service.address("shop"))
          .hasMessage("there is no database instance shop");
      assertThatThrownBy(
              () -> Resources.deploy(service, "AWS::RDS::DBInstance", "{'Engine': 'mysql'}"))
          .hasMessageContaining("engine mysql does not run locally; postgres does");
    }
  }

  @Test
  void shouldKeepDataAndPortAndStopAnOrphan() throws Exception {
    Process killed =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Abandoned.class.getName(),
                directory.toString())
            .inheritIO()
            .start();
    assertThat(killed.waitFor()).isEqualTo(137);
    int port = Integer.parseInt(Files.readString(directory.resolve("port")).trim());
    DatabaseAddresses.Address address = new DatabaseAddresses.Address("127.0.0.1", port, "shop");
    execute(address, "CREATE TABLE t AS SELECT 42 AS n");
    ProcessHandle orphan = ProcessHandle.of(postmaster()).orElseThrow();

    try (PostgresService service = new PostgresService(directory)) {
      service.want();
      service.start();
      assertThat(orphan.isAlive()).isFalse();
      Deployed deployed = Resources.deploy(service, "AWS::RDS::DBInstance", INSTANCE);

      assertThat(deployed.ref()).isEqualTo("shop");
      assertThat(deployed.attributes().get("Endpoint.Port").asInt()).isEqualTo(port);
      assertThat(service.address("shop")).isEqualTo(address);
      try (Connection connection = connect(service.address("shop"));
          Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery("SELECT n FROM t")) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getInt(1)).isEqualTo(42);
      }
    }
    assertThat(directory.resolve("data").resolve("postmaster.pid")).doesNotExist();
  }

  /** A process that starts a database and dies without a word. */
  static final class Abandoned {
    private Abandoned() {}

    public static void main(String[] arguments) throws Exception {
      PostgresService service = new PostgresService(Path.of(arguments[0]));
      service.start();
      Resources.deploy(service, "AWS::RDS::DBInstance", INSTANCE);
      Runtime.getRuntime().halt(137);
    }
  }
}
