package dev.sluice.local.spark.role;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.s3a.S3AFileSystem;
import org.apache.hadoop.fs.s3a.TemporaryAWSCredentialsProvider;
import org.apache.hadoop.io.IOUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * S3's file systems, one for each bucket and credentials, whichever run uses it: a client takes
 * long to make. Those that no run under way can use are kept for the next one, the {@value #IDLE}
 * last used of them. Thread-safe.
 */
final class RoleFileSystems {
  private static final Logger LOG = LoggerFactory.getLogger(RoleFileSystems.class);
  private static final int IDLE = 24;

  private record Key(Credentials credentials, String scheme, String bucket) {}

  /** In the order of their last use. */
  private static final Map<Key, Shared> SYSTEMS = new LinkedHashMap<>(16, 0.75f, true);

  private RoleFileSystems() {}

  /**
   * The file system of a bucket.
   *
   * @param configuration of the first caller; later ones get what it made
   */
  static FileSystem of(Credentials credentials, URI bucket, Configuration configuration)
      throws IOException {
    Shared shared;
    synchronized (SYSTEMS) {
      shared =
          SYSTEMS.computeIfAbsent(
              new Key(credentials, bucket.getScheme(), bucket.getAuthority()),
              absent -> new Shared());
    }
    return shared.open(credentials, bucket, configuration);
  }

  /** Closes what has been idle for longest. */
  static void closeIdle() {
    Set<Credentials> inUse = CallingRun.inUse();
    List<Shared> surplus = new ArrayList<>();
    synchronized (SYSTEMS) {
      List<Key> idle =
          SYSTEMS.keySet().stream().filter(key -> !inUse.contains(key.credentials())).toList();
      idle.stream()
          .limit(Math.max(0, idle.size() - IDLE))
          .map(SYSTEMS::remove)
          .forEach(surplus::add);
    }
    surplus.forEach(Shared::close);
  }

  /** Made by whoever comes first, while others who want the same wait. */
  private static final class Shared {
    private FileSystem system;

    private synchronized FileSystem open(
        Credentials credentials, URI bucket, Configuration configuration) throws IOException {
      if (system == null) {
        S3AFileSystem opened = new S3AFileSystem();
        opened.initialize(bucket, signing(credentials, configuration));
        system = opened;
      }
      return system;
    }

    private synchronized void close() {
      IOUtils.cleanupWithLogger(LOG, system);
    }
  }

  private static Configuration signing(Credentials credentials, Configuration configuration) {
    Configuration own = new Configuration(configuration);
    own.set("fs.s3a.aws.credentials.provider", TemporaryAWSCredentialsProvider.NAME);
    own.set("fs.s3a.access.key", credentials.accessKeyId());
    own.set("fs.s3a.secret.key", credentials.secretAccessKey());
    own.set("fs.s3a.session.token", credentials.sessionToken());
    return own;
  }
}
