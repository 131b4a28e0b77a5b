package dev.sluice.pipeline;

import static dev.sluice.pipeline.Pipelines.load;
import static dev.sluice.pipeline.Pipelines.parallel;
import static dev.sluice.pipeline.Pipelines.pipeline;
import static dev.sluice.pipeline.Pipelines.sql;

import dev.sluice.pipeline.model.Pipeline;

/** How full a bike-share operator's stations are, from its feeds in the GBFS format. */
final class StationsPipeline {
  static final String NAME = "stations";

  private StationsPipeline() {}

  static Pipeline of(Sources sources) {
    return pipeline(
        NAME,
        load(sources.stations()),
        sql("stations_to_silver"),
        parallel(sql("stations_average"), sql("stations_availability")));
  }
}
