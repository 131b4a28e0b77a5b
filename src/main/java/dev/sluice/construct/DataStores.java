package dev.sluice.construct;

import software.amazon.awscdk.services.dynamodb.ITable;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.s3.IBucket;
import software.amazon.awscdk.services.sns.ITopic;

/**
 * Where data lies, for all pipelines.
 *
 * @param key encrypts all of them
 * @param landing inbox: files arrive here and leave again
 * @param failed files that broke their contract, each with a report
 * @param lake {@code raw/}, {@code originals/} and {@code curated/}
 * @param work manifests and results of runs
 * @param audit what became of each file
 * @param coordination tokens of waiting steps, mails sent
 * @param invalidFiles mails about files that broke their contract
 */
public record DataStores(
    IKey key,
    IBucket landing,
    IBucket failed,
    IBucket lake,
    IBucket work,
    ITable audit,
    ITable coordination,
    ITopic invalidFiles) {}
