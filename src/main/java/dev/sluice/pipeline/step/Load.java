package dev.sluice.pipeline.step;

import dev.sluice.config.Assets;
import dev.sluice.construct.Grants;
import dev.sluice.construct.Handler;
import dev.sluice.construct.HandlerSpec;
import dev.sluice.construct.HttpSource;
import dev.sluice.construct.Platform;
import dev.sluice.core.function.ErrorName;
import dev.sluice.core.function.Payload;
import dev.sluice.core.function.Variable;
import dev.sluice.core.lake.Zones;
import dev.sluice.pipeline.asl.Json;
import dev.sluice.pipeline.asl.Jsonata;
import dev.sluice.pipeline.asl.States;
import dev.sluice.pipeline.model.Cost;
import dev.sluice.pipeline.model.Publication;
import dev.sluice.pipeline.model.Site;
import dev.sluice.pipeline.model.Step;
import java.util.List;
import java.util.Map;

/**
 * Fetches the feeds of an HTTP API, each into a file of its own in the raw zone: {@code
 * raw/<source>/<feed>/<execution>.json}, which a redrive writes again. A feed that has not changed
 * since the last run is not stored twice.
 */
public final class Load extends Step {
  private final HttpSource source;

  /** Loads from that source. */
  public Load(HttpSource source) {
    super("load_" + source.name());
    this.source = source;
  }

  @Override
  public List<Publication> publishes(Assets assets) {
    return List.of(Publication.feeds(source.name(), source.feeds()));
  }

  @Override
  public Map<String, String> advice(Platform platform) {
    return Json.texts(
        ErrorName.FEED_UNAVAILABLE,
        "Wait until " + source.name() + " answers again, then redrive: it is fetched anew.",
        ErrorName.FEED_INVALID,
        "Nothing was replaced. Ask whoever runs "
            + source.name()
            + ", or correct its settings and deploy, then redrive: it is fetched anew.");
  }

  @Override
  public Cost cost() {
    return Cost.transitions(2);
  }

  @Override
  protected States states(Site site, String next) {
    return new States()
        .add(
            name(),
            site.invoke(
                    handler(site),
                    Json.object(Payload.EXECUTION, Jsonata.expression(Jsonata.EXECUTION_NAME)))
                .output(succeeded("$states.result.Payload"))
                .next(next));
  }

  private Handler handler(Site site) {
    Grants grants = site.grants();
    String target = Zones.raw(source.name()) + "*";
    HandlerSpec spec =
        HandlerSpec.named("load-" + source.name(), "LoadFeeds")
            .timeout(180)
            .with(Variable.SOURCE, source.name())
            .with(Variable.BASE_URL, source.url())
            .with(Variable.FEEDS, String.join(",", source.feeds()))
            .with(Variable.LAKE_BUCKET, site.stores().lake().getBucketName())
            .may(grants.list(site.stores().lake()))
            .may(grants.read(site.stores().lake(), target))
            .may(grants.write(site.stores().lake(), target));
    return site.handler(source.headersSecretArn().isEmpty() ? spec : authorized(spec, grants));
  }

  private HandlerSpec authorized(HandlerSpec spec, Grants grants) {
    return spec.with(Variable.HEADERS_SECRET, source.headersSecretArn())
        .may(Grants.statement(List.of("secretsmanager:GetSecretValue"), source.headersSecretArn()))
        .may(grants.decrypt());
  }
}
