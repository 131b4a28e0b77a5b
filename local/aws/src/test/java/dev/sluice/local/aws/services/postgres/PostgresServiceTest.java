package dev.sluice.local.aws.services.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.local.aws.Resources;
import dev.sluice.local.aws.spi.DatabaseAddresses;
import dev.sluice.local.aws.template.Deployed;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServiceTest {
  private static final String INSTANCE =
      "{'Engine': 'postgres', 'DBInstanceIdentifier': 'Shop', 'DBName': 'shop',"
          + " 'MasterUsername': 'own-er', 'MasterUserPassword': 'it''s'}".replace("''", "\\u0027");

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path directory;
  private final List<String> said = new CopyOnWriteArrayList<>();

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
    try (PostgresService service = new PostgresService(directory, said::add)) {
      service.start();

      assertThat(directory.resolve("data")).doesNotExist();
      assertThatThrownBy(() -> service.address("shop"))
          .hasMessage("there is no database instance shop");
      assertThatThrownBy(
              () -> Resources.deploy(service, "AWS::RDS::DBInstance", "{'Engine': 'mysql'}"))
          .hasMessageContaining("engine mysql does not run locally; postgres does");
      assertThatThrownBy(
              () ->
                  Resources.deploy(
                      service,
                      "AWS::RDS::DBInstance",
                      "{'Engine': 'postgres', 'MasterUsername': 'rdsadmin'}"))
          .hasMessageContaining("MasterUsername rdsadmin is reserved");
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

    try (PostgresService service = new PostgresService(directory, said::add)) {
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

  private static void refused(int port, String user, String password) {
    assertThatThrownBy(
            () ->
                DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + port + "/postgres", user, password)
                    .close())
        .as(user)
        .hasMessageContaining("password");
  }

  private String permissions(String file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve(file)));
  }

  @Test
  void shouldWantAPasswordAndKeepItsFilesToTheOwner() throws Exception {
    try (PostgresService service = new PostgresService(directory, said::add)) {
      Resources.deploy(service, "AWS::RDS::DBInstance", INSTANCE);
      int port = service.address("shop").port();

      execute(service.address("shop"), "SELECT 1");
      refused(port, "own-er", "wrong");
      refused(port, "own-er", null);
      refused(port, "rdsadmin", null);
      refused(port, "postgres", null);
      assertThat(Files.readString(directory.resolve("password"))).hasSizeGreaterThan(40);
      assertThat(permissions("password")).isEqualTo("rw-------");
      try (Stream<Path> entries = Files.list(directory)) {
        // The programs are among them where this is the first server of the process.
        assertThat(entries.map(entry -> entry.getFileName().toString()))
            .contains("data", "password")
            .allSatisfy(entry -> assertThat(permissions(entry)).endsWith("------"));
      }
      assertThat(permissions("data")).isEqualTo("rwx------");
      assertThat(permissions("data/PG_VERSION")).isEqualTo("rw-------");
    }
    Files.delete(directory.resolve("password"));
    try (PostgresService service = new PostgresService(directory, said::add)) {
      service.want();
      assertThatThrownBy(service::start)
          .hasMessageContaining("the password of PostgreSQL is missing")
          .hasMessageContaining("begin with a fresh state");
    }
  }

  @Test
  void shouldGiveAPasswordToADatabaseOfAnEarlierVersion() throws Exception {
    try (EmbeddedPostgres before =
            EmbeddedPostgres.builder()
                .setDataDirectory(directory.resolve("data"))
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(directory.resolve("bin").toFile())
                .start();
        Connection connection = before.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE ROLE \"own-er\" LOGIN SUPERUSER");
      statement.execute("CREATE DATABASE shop OWNER \"own-er\"");
      Files.createFile(directory.resolve("made"));
    }
    for (int start = 0; start < 2; start++) {
      try (PostgresService service = new PostgresService(directory, said::add)) {
        Resources.deploy(service, "AWS::RDS::DBInstance", INSTANCE);

        execute(service.address("shop"), "CREATE TABLE start_" + start + " ()");
        refused(service.address("shop").port(), "postgres", null);
        refused(service.address("shop").port(), "own-er", null);
      }
    }
    assertThat(said)
        .containsExactly("PostgreSQL wants a password from now on; its data and logins stay");
  }

  @Test
  void shouldStartAgainWhereItDiesAndGiveUpWhereItKeepsDying() throws Exception {
    try (PostgresService service = new PostgresService(directory, said::add)) {
      Resources.deploy(service, "AWS::RDS::DBInstance", INSTANCE);
      DatabaseAddresses.Address address = service.address("shop");
      execute(address, "CREATE TABLE kept ()");

      for (int death = 1; death <= 2; death++) {
        kill(death);
        assertThat(said)
            .last()
            .isEqualTo(
                "PostgreSQL had died; it runs again on port " + address.port() + " with its data");
        execute(address, "SELECT FROM kept");
      }
      kill(3);

      assertThat(said).last().asString().startsWith("PostgreSQL died 3 times in a row");
      assertThatThrownBy(() -> connect(address)).hasMessageContaining("refused");
    }
  }

  /** Returns once something was said about it. */
  private void kill(int death) throws Exception {
    ProcessHandle.of(postmaster()).orElseThrow().destroyForcibly();
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (said.size() < death && System.nanoTime() < end) {
      Thread.sleep(50);
    }
    assertThat(said).hasSize(death);
  }

  /** A process that starts a database and dies without a word. */
  static final class Abandoned {
    private Abandoned() {}

    public static void main(String[] arguments) throws Exception {
      PostgresService service = new PostgresService(Path.of(arguments[0]), line -> {});
      service.start();
      Resources.deploy(service, "AWS::RDS::DBInstance", INSTANCE);
      Runtime.getRuntime().halt(137);
    }
  }
}
