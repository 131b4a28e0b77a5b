package dev.sluice.lambda;

import com.adobe.testing.s3mock.S3MockApplication;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;

/** One S3Mock for all tests of this JVM. */
public final class S3 {

  private static S3Client client;
  private static String endpoint;

  private S3() {}

  public static synchronized S3Client client() {
    if (client == null) {
      client = start();
    }
    return client;
  }

  /** Where it listens. */
  public static String endpoint() {
    client();
    return endpoint;
  }

  /** A versioned bucket of its own. */
  public static String bucket() {
    String name = "test-" + UUID.randomUUID();
    client().createBucket(c -> c.bucket(name));
    client()
        .putBucketVersioning(
            p ->
                p.bucket(name)
                    .versioningConfiguration(v -> v.status(BucketVersioningStatus.ENABLED)));
    return name;
  }

  private static S3Client start() {
    ConfigurableApplicationContext context =
        new SpringApplicationBuilder(S3MockApplication.class)
            .properties(properties())
            .bannerMode(Banner.Mode.OFF)
            .logStartupInfo(false)
            // Its graceful end would hold up the end of this JVM.
            .registerShutdownHook(false)
            .run();
    int port = ((WebServerApplicationContext) context).getWebServer().getPort();
    endpoint = "http://127.0.0.1:" + port;
    return S3Client.builder()
        .endpointOverride(URI.create(endpoint))
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }

  private static Map<String, Object> properties() {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("server.address", "127.0.0.1");
    properties.put("server.port", 0);
    properties.put("http.port", 0);
    properties.put("vectors.http.port", 0);
    properties.put("vectors.https.port", 0);
    properties.put("com.adobe.testing.s3mock.store.root", temporary().toString());
    return properties;
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("s3mock");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
