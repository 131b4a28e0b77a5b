package dev.sluice.pipeline;

import dev.sluice.config.Assets;
import dev.sluice.config.Settings;
import dev.sluice.construct.DataStores;
import dev.sluice.construct.HttpSource;
import dev.sluice.construct.ItemTable;
import dev.sluice.construct.JdbcSource;
import dev.sluice.core.contract.Contracts;
import dev.sluice.core.contract.DatasetContract;
import dev.sluice.stack.demo.ShopStack;
import dev.sluice.stack.demo.StationsApiStack;
import java.util.List;
import software.amazon.awscdk.App;
import software.amazon.awscdk.StackProps;

/**
 * What pipelines read. A demonstration is deployed only where a pipeline asks for what is in it,
 * and where the settings do not name something of the user's own.
 */
public final class Sources {
  private static final List<String> FEEDS = List.of("station_information", "station_status");

  private final App app;
  private final Settings settings;
  private final Assets assets;
  private final Contracts contracts;
  private final DataStores stores;
  private ShopStack shop;
  private StationsApiStack stations;

  /** Sources of pipelines of that application. */
  public Sources(
      App app, Settings settings, Assets assets, Contracts contracts, DataStores stores) {
    this.app = app;
    this.settings = settings;
    this.assets = assets;
    this.contracts = contracts;
    this.stores = stores;
  }

  /** What cdk.json says. */
  public Settings settings() {
    return settings;
  }

  /** Buckets, tables and key. */
  public DataStores stores() {
    return stores;
  }

  /** The dataset of that name: {@code datasets/<name>.yaml}. */
  public DatasetContract dataset(String name) {
    return contracts.get(name);
  }

  /** The shop's database. */
  public JdbcSource shop() {
    Settings.Shop own = settings.shop();
    return settings.demoShop()
        ? demoShop().database()
        : new JdbcSource(
            "shop",
            own.jdbcUrl(),
            own.secretArn(),
            own.database() + "/" + own.schema() + "/%",
            own.subnetId(),
            own.availabilityZone(),
            own.securityGroupIds());
  }

  /** The shop's catalog of products. */
  public ItemTable products() {
    Settings.Shop own = settings.shop();
    return settings.demoShop()
        ? demoShop().catalog()
        : ItemTable.of("products", own.productsTableArn(), own.productsKeyArn());
  }

  /** The API of a bike-share operator. */
  public HttpSource stations() {
    Settings.Http own = settings.stations();
    return settings.demoStations()
        ? demoStations().source()
        : new HttpSource("stations", own.url(), FEEDS, own.headersSecretArn());
  }

  private ShopStack demoShop() {
    if (shop == null) {
      shop = new ShopStack(app, described("a demonstration shop"), settings, assets, stores);
    }
    return shop;
  }

  private StationsApiStack demoStations() {
    if (stations == null) {
      stations =
          new StationsApiStack(app, described("a demonstration API"), settings, assets, stores);
    }
    return stations;
  }

  private static StackProps described(String what) {
    return StackProps.builder().description("Sluice: " + what).build();
  }
}
