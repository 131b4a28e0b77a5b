package dev.sluice;

import dev.sluice.config.Assets;
import dev.sluice.config.ConfigurationException;
import dev.sluice.config.ProjectContext;
import dev.sluice.config.Settings;
import dev.sluice.config.SettingsReader;
import dev.sluice.pipeline.Dataset;
import dev.sluice.pipeline.OrdersPipeline;
import dev.sluice.stack.DataStack;
import dev.sluice.stack.PipelineStack;
import java.util.List;
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
    } catch (ConfigurationException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    }
  }

  /** Adds all stacks to the application. */
  public static void build(App app, Assets assets) {
    Settings settings = SettingsReader.read(app.getNode());
    List<Dataset> datasets =
        List.of(
            new Dataset("sales", "sales/", "monthly", 604800),
            new Dataset("marketing", "marketing/", "daily", 604800));
    DataStack data =
        new DataStack(
            app,
            "SluiceData",
            StackProps.builder().description("Sluice: buckets, tables, alerts").build(),
            settings);
    new PipelineStack(
        app,
        "SluiceOrders",
        StackProps.builder().description("Sluice: the orders pipeline").build(),
        OrdersPipeline.of(datasets.get(0), datasets.get(1)),
        settings,
        assets,
        data.stores(),
        datasets);
  }
}
