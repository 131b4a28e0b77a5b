package dev.sluice.local.aws.spi;

/** Where deployed databases are. */
@FunctionalInterface
public interface DatabaseAddresses {
  /**
   * The address of a database instance.
   *
   * @throws IllegalArgumentException if no such instance was deployed
   */
  Address address(String instance);

  /** An address. */
  record Address(String host, int port, String database) {
    /** For drivers, without user and password. */
    public String jdbcUrl() {
      return "jdbc:postgresql://" + host + ":" + port + "/" + database;
    }
  }
}
