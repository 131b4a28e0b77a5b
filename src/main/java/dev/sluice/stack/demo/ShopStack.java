package dev.sluice.stack.demo;

import dev.sluice.config.Assets;
import dev.sluice.config.Settings;
import dev.sluice.construct.DataStores;
import dev.sluice.construct.DataTable;
import dev.sluice.construct.Grants;
import dev.sluice.construct.Handler;
import dev.sluice.construct.HandlerSpec;
import dev.sluice.construct.ItemTable;
import dev.sluice.construct.JdbcSource;
import dev.sluice.construct.Platform;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.CustomResource;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.dynamodb.Table;
import software.constructs.Construct;

/**
 * A shop to try things on: a PostgreSQL database in a network of its own, a catalog in DynamoDB,
 * and data in both.
 */
public final class ShopStack extends Stack {
  /** The part of a deployment that it is. */
  public static final String PART = "shop";

  private final JdbcSource database;
  private final ItemTable catalog;

  /** The stack {@code <deployment>-shop}. */
  public ShopStack(
      Construct scope, StackProps props, Settings settings, Assets assets, DataStores stores) {
    super(scope, settings.deployment().named(PART), props);
    ShopNetwork network = new ShopNetwork(this);
    ShopDatabase instance = new ShopDatabase(this, network, stores.key());
    database =
        new JdbcSource(
            "shop",
            instance.jdbcUrl(),
            instance.secretArn(),
            ShopDatabase.NAME + "/public/%",
            network.glueSubnet().getSubnetId(),
            network.glueSubnet().getAvailabilityZone(),
            List.of(network.clients().getSecurityGroupId()));
    Table products =
        DataTable.create(this, "Products", settings, stores.key(), "product_id", null, null);
    catalog =
        new ItemTable(
            "products", products.getTableName(), products.getTableArn(), stores.key().getKeyArn());
    Handler seeder =
        seeder(new Platform(this, PART, settings, assets, stores, stores.invalidFiles()), network);
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("SecretArn", database.secretArn());
    properties.put("JdbcUrl", database.jdbcUrl());
    properties.put("ProductsTable", catalog.tableName());
    properties.put("Scale", "1");
    properties.put("Seed", "1");
    CustomResource seed =
        CustomResource.Builder.create(this, "Seed")
            .resourceType("Custom::SeedShop")
            // The function answers CloudFormation itself: no provider framework around it.
            .serviceToken(seeder.arn())
            .properties(properties)
            .removalPolicy(RemovalPolicy.DESTROY)
            .build();
    seed.getNode().addDependency(instance, seeder, network);
  }

  private Handler seeder(Platform platform, ShopNetwork network) {
    return platform.handler(
        HandlerSpec.demo("seed-shop")
            .memory(1024)
            .timeout(900)
            .inside(network.vpc(), network.clients())
            .may(database.readSecret())
            .may(
                Grants.statement(
                    List.of("dynamodb:PutItem", "dynamodb:DeleteItem"), catalog.tableArn()))
            .may(platform.grants().decrypt()));
  }

  /** The database, for pipelines. */
  public JdbcSource database() {
    return database;
  }

  /** The catalog, for pipelines. */
  public ItemTable catalog() {
    return catalog;
  }
}
