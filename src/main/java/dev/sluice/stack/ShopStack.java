package dev.sluice.stack;

import dev.sluice.config.Assets;
import dev.sluice.config.Settings;
import dev.sluice.construct.DataStores;
import dev.sluice.construct.Grants;
import dev.sluice.construct.Handler;
import dev.sluice.construct.HandlerSpec;
import dev.sluice.construct.JdbcSource;
import dev.sluice.construct.ShopDatabase;
import dev.sluice.construct.ShopNetwork;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.CustomResource;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.constructs.Construct;

/** A shop to try things on: a PostgreSQL database in a network of its own, and data in it. */
public final class ShopStack extends Stack {
  private final JdbcSource source;

  /** The stack {@code SluiceShop}. */
  public ShopStack(
      Construct scope,
      String id,
      StackProps props,
      Settings settings,
      Assets assets,
      DataStores stores) {
    super(scope, id, props);
    ShopNetwork network = new ShopNetwork(this);
    ShopDatabase database = new ShopDatabase(this, network, stores.key());
    source =
        new JdbcSource(
            "shop",
            database.jdbcUrl(),
            database.secretArn(),
            ShopDatabase.NAME + "/public/%",
            network.glueSubnet().getSubnetId(),
            network.glueSubnet().getAvailabilityZone(),
            List.of(network.clients().getSecurityGroupId()));
    Grants grants = new Grants(stores);
    Handler seeder =
        new Handler(
            this,
            settings.name() + "-orders-seed-shop",
            settings,
            assets,
            HandlerSpec.named("seed-shop")
                .memory(1024)
                .timeout(900)
                .inside(network.vpc(), network.clients())
                .may(source.readSecret())
                .may(grants.fill(stores.products())));
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("SecretArn", source.secretArn());
    properties.put("JdbcUrl", source.jdbcUrl());
    properties.put("ProductsTable", stores.products().getTableName());
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
    seed.getNode().addDependency(database, seeder, network);
  }

  /** The database, for pipelines. */
  public JdbcSource source() {
    return source;
  }
}
