package dev.sluice;

import dev.sluice.config.Assets;
import dev.sluice.config.ConfigurationException;
import dev.sluice.config.ProjectContext;
import dev.sluice.config.Settings;
import dev.sluice.config.SettingsReader;
import dev.sluice.construct.JdbcSource;
import dev.sluice.core.contract.ContractException;
import dev.sluice.core.contract.Contracts;
import dev.sluice.pipeline.OrdersPipeline;
import dev.sluice.stack.DataStack;
import dev.sluice.stack.PipelineStack;
import dev.sluice.stack.ShopStack;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.StackProps;

/** The CDK application. */
public final class SluiceApp {
  private SluiceApp() {}

  /** Synthesizes into the directory that the environment names, as the CDK's command line wants. */
  public static void main(String[] arguments) {
    try {
      Assets assets = Assets.fromEnvironment();
      App app =
          new App(
              AppProps.builder()
                  .context(ProjectContext.read(assets.home()))
                  .analyticsReporting(false)
                  .build());
      build(app, assets);
      app.synth();
    } catch (ConfigurationException | ContractException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    }
  }

  /**
   * Adds all stacks to the application.
   *
   * @throws ConfigurationException if a setting is wrong or an asset is missing
   * @throws ContractException if a dataset's contract is wrong
   */
  public static void build(App app, Assets assets) {
    Settings settings = SettingsReader.read(app.getNode());
    Contracts contracts = Contracts.fromDirectory(assets.datasets());
    DataStack data =
        new DataStack(app, "SluiceData", described("buckets, tables, alerts"), settings);
    JdbcSource shop =
        settings.demoShop()
            ? new ShopStack(
                    app,
                    "SluiceShop",
                    described("a demonstration shop database"),
                    settings,
                    assets,
                    data.stores())
                .source()
            : ownShop(settings.shop());
    new PipelineStack(
        app,
        "SluiceOrders",
        described("the orders pipeline"),
        OrdersPipeline.of(contracts, shop, settings),
        settings,
        assets,
        data.stores(),
        contracts.all());
  }

  private static JdbcSource ownShop(Settings.Shop shop) {
    return new JdbcSource(
        "shop",
        shop.jdbcUrl(),
        shop.secretArn(),
        shop.database() + "/" + shop.schema() + "/%",
        shop.subnetId(),
        shop.availabilityZone(),
        shop.securityGroupIds());
  }

  private static StackProps described(String what) {
    return StackProps.builder().description("Sluice: " + what).build();
  }
}
