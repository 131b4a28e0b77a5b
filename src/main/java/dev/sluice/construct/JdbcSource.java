package dev.sluice.construct;

import java.util.List;
import software.amazon.awscdk.services.iam.PolicyStatement;

/**
 * A database to read from, and the network through which Glue reaches it.
 *
 * @param name as in steps: {@code shop} makes {@code crawl_shop}
 * @param jdbcUrl its address
 * @param secretArn the secret with {@code username} and {@code password}
 * @param path what a crawler reads of it: {@code database/schema/%}
 * @param subnetId a subnet from which it can be reached; empty: over the internet
 * @param availabilityZone of that subnet
 * @param securityGroupIds which the database lets in
 */
public record JdbcSource(
    String name,
    String jdbcUrl,
    String secretArn,
    String path,
    String subnetId,
    String availabilityZone,
    List<String> securityGroupIds) {

  /** Reads user and password. */
  public PolicyStatement readSecret() {
    return Grants.statement(List.of("secretsmanager:GetSecretValue"), secretArn);
  }
}
