package dev.sluice.pipeline;

/**
 * What a pipeline needs to know of a dataset's contract.
 *
 * @param name as in steps: {@code sales} makes {@code validate_sales}
 * @param prefix where its files land
 * @param cadence daily or monthly
 * @param awaitSeconds how long a run waits for a file
 */
public record Dataset(String name, String prefix, String cadence, long awaitSeconds) {}
