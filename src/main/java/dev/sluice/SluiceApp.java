package dev.sluice;

import dev.sluice.config.Assets;
import dev.sluice.config.ConfigurationException;
import dev.sluice.config.ProjectContext;
import dev.sluice.config.Settings;
import dev.sluice.config.SettingsReader;
import dev.sluice.core.contract.ContractException;
import dev.sluice.core.contract.Contracts;
import dev.sluice.pipeline.AllPipelines;
import dev.sluice.pipeline.Sources;
import dev.sluice.pipeline.model.Pipeline;
import dev.sluice.pipeline.model.Publications;
import dev.sluice.stack.DatasetsStack;
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
    Settings settings = SettingsReader.read(app.getNode(), AllPipelines.names());
    Contracts contracts = Contracts.fromDirectory(assets.datasets());
    DatasetsStack datasets =
        new DatasetsStack(app, described("where data arrives"), settings, assets);
    Sources sources = new Sources(app, settings, assets, contracts, datasets.stores());
    List<Pipeline> pipelines = AllPipelines.over(sources);
    Publications.requireApart(pipelines, assets);
    datasets.register(contracts.all(), waiting(pipelines));
    for (Pipeline pipeline : pipelines) {
      new PipelineStack(
          app,
          described("the pipeline " + pipeline.name()),
          pipeline,
          settings,
          assets,
          datasets.stores());
    }
  }

  private static List<String> waiting(List<Pipeline> pipelines) {
    return pipelines.stream()
        .filter(pipeline -> !pipeline.datasets().isEmpty())
        .map(Pipeline::name)
        .toList();
  }

  private static StackProps described(String what) {
    return StackProps.builder().description("Sluice: " + what).build();
  }
}
