package dev.sluice.config;

import java.util.List;
import java.util.regex.Pattern;

/** Where a user's own shop is: its database, and the table of its catalog. */
final class DatabaseSettings {
  private static final Pattern JDBC =
      Pattern.compile("|jdbc:postgresql://[^/\\s]+/[^/?\\s]+(\\?\\S*)?");
  private static final Pattern SCHEMA = Pattern.compile("[A-Za-z_][A-Za-z0-9_$]*");
  private static final Pattern SECRET = Pattern.compile("|arn:[a-z-]+:secretsmanager:\\S+");
  private static final Pattern SUBNET = Pattern.compile("|subnet-\\w+");
  private static final Pattern AVAILABILITY_ZONE = Pattern.compile("|[a-z0-9-]+");
  private static final Pattern SECURITY_GROUP = Pattern.compile("sg-\\w+");
  private static final Pattern TABLE =
      Pattern.compile("|arn:[a-z-]+:dynamodb:[^:]+:[^:]+:table/\\S+");
  private static final Pattern KEY = Pattern.compile("|arn:[a-z-]+:kms:\\S+");

  private DatabaseSettings() {}

  static Settings.Shop read(Context context, String name, boolean demoShop) {
    Context shop =
        context.object(
            name,
            List.of(
                "jdbcUrl",
                "schema",
                "secretArn",
                "subnetId",
                "availabilityZone",
                "securityGroupIds",
                "productsTableArn",
                "productsKeyArn"));
    Settings.Shop found =
        new Settings.Shop(
            shop.text(
                "jdbcUrl",
                "your own database, with demoShop false",
                "",
                JDBC,
                "jdbc:postgresql://host:port/database"),
            shop.text("schema", "of its tables", "public", SCHEMA, "the name of a schema"),
            shop.text(
                "secretArn",
                "user and password of it",
                "",
                SECRET,
                "the ARN of a secret with username and password"),
            shop.text("subnetId", "from where Glue reaches it", "", SUBNET, "subnet-…"),
            shop.text(
                "availabilityZone", "of that subnet", "", AVAILABILITY_ZONE, "the subnet's zone"),
            shop.texts(
                "securityGroupIds",
                "which the database lets in, and which let themselves in",
                SECURITY_GROUP,
                "a list of sg-…"),
            shop.text(
                "productsTableArn",
                "the DynamoDB table of your own catalog, with demoShop false",
                "",
                TABLE,
                "the ARN of a table"),
            shop.text(
                "productsKeyArn",
                "the KMS key that encrypts that table",
                "",
                KEY,
                "the ARN of a key; empty for a key that DynamoDB owns"));
    check(shop, found, demoShop);
    return found;
  }

  private static void check(Context shop, Settings.Shop found, boolean demoShop) {
    if (demoShop != found.jdbcUrl().isEmpty()) {
      shop.finding(
          "jdbcUrl",
          found.jdbcUrl(),
          demoShop
              ? "nothing while demoShop is true; set demoShop to false to use your own database"
              : "jdbc:postgresql://host:port/database, since demoShop is false");
    }
    if (!found.jdbcUrl().isEmpty() && found.secretArn().isEmpty()) {
      shop.finding("secretArn", "", "the ARN of the secret for jdbcUrl");
    }
    if (!demoShop && found.productsTableArn().isEmpty()) {
      shop.finding(
          "productsTableArn", "", "the ARN of your catalog's table, since demoShop is false");
    }
    if (!found.subnetId().isEmpty()
        && (found.availabilityZone().isEmpty() || found.securityGroupIds().isEmpty())) {
      shop.finding(
          "subnetId",
          found.subnetId(),
          "a subnet together with availabilityZone, securityGroupIds");
    }
  }
}
