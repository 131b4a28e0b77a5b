package dev.sluice.local.aws.services.s3;

import dev.sluice.local.aws.access.Access;
import java.util.List;

/** What reading back encrypted parts needs, as a multipart upload does. */
@FunctionalInterface
public interface KeyRights {
  /**
   * Uses of the bucket's key.
   *
   * @return empty for a bucket without a key
   */
  List<Access> readBack(String bucketArn);
}
