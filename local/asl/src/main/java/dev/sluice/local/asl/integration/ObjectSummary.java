package dev.sluice.local.asl.integration;

import java.time.Instant;

/**
 * An object as a listing shows it.
 *
 * @param etag the entity tag, with its quotes, as S3 gives it
 * @param size bytes
 */
public record ObjectSummary(
    String key, String etag, long size, String storageClass, Instant lastModified) {}
