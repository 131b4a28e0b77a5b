package dev.sluice.local.aws.services.s3;

import com.adobe.testing.s3mock.S3MockApplication;
import com.adobe.testing.s3mock.s3.service.BucketService;
import com.adobe.testing.s3mock.s3.service.ObjectService;
import com.adobe.testing.s3mock.s3.store.BucketStore;
import com.adobe.testing.s3mock.s3.store.MultipartStore;
import dev.sluice.local.base.file.DurableFile;
import dev.sluice.local.base.file.OwnerOnly;
import jakarta.servlet.Filter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.catalina.connector.Connector;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** S3Mock on a loopback port, keeping its objects on disk. */
final class S3Server implements AutoCloseable {
  private final ConfigurableApplicationContext context;
  private final KeptBuckets buckets;
  private final Path cleanMark;
  private final String here;
  private final S3Failures failures = new S3Failures();

  /**
   * Starts S3Mock.
   *
   * @param root where objects are kept
   * @param access lets requests in, or not
   * @param events sees every request
   * @param deletions sees every request
   * @param aborts sees every request
   */
  S3Server(Path root, Filter access, Filter events, Filter deletions, Filter aborts)
      throws IOException {
    OwnerOnly.directories(root);
    here = root.toRealPath().toString();
    // Beside the root, in which S3Mock takes everything for a bucket.
    cleanMark = root.resolveSibling("events").resolve("s3-closed");
    if (!Files.exists(cleanMark) || !Files.readString(cleanMark).equals(here)) {
      BucketRepair.repair(root.toAbsolutePath());
    }
    Files.deleteIfExists(cleanMark);
    buckets = new KeptBuckets(root);
    context =
        new SpringApplicationBuilder(S3MockApplication.class)
            .properties(properties(root))
            .bannerMode(Banner.Mode.OFF)
            .logStartupInfo(false)
            .registerShutdownHook(false)
            .initializers(
                any -> {
                  GenericApplicationContext beans = (GenericApplicationContext) any;
                  beans.registerBean("guard", Filter.class, S3Guard::new);
                  beans.registerBean("failures", Filter.class, () -> failures);
                  beans.registerBean("access", Filter.class, () -> access);
                  beans.registerBean("objectEvents", Filter.class, () -> events);
                  beans.registerBean("deletions", Filter.class, () -> deletions);
                  beans.registerBean("aborts", Filter.class, () -> aborts);
                  beans.registerBean("loopback", BeanPostProcessor.class, Loopback::new);
                  beans.registerBean("buckets", BeanPostProcessor.class, () -> buckets);
                })
            .run();
  }

  private static Map<String, Object> properties(Path root) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("server.address", "127.0.0.1");
    properties.put("server.port", 0);
    properties.put("http.port", 0);
    properties.put("vectors.http.port", 0);
    properties.put("vectors.https.port", 0);
    properties.put("server.shutdown", "immediate");
    properties.put("server.tomcat.threads.min-spare", 2);
    properties.put("com.adobe.testing.s3mock.store.root", root.toAbsolutePath().toString());
    properties.put("com.adobe.testing.s3mock.store.retain-files-on-exit", true);
    // An object up to the size of a single PUT on AWS.
    properties.put("com.adobe.testing.s3mock.max-payload-size", "5GB");
    return properties;
  }

  String url() {
    int port = ((WebServerApplicationContext) context).getWebServer().getPort();
    return "http://127.0.0.1:" + port;
  }

  ObjectService objects() {
    return context.getBean(ObjectService.class);
  }

  BucketStore store() {
    return context.getBean(BucketStore.class);
  }

  MultipartStore uploads() {
    return context.getBean(MultipartStore.class);
  }

  BucketService buckets() {
    return context.getBean(BucketService.class);
  }

  @Override
  public void close() {
    context.close();
    buckets.close();
    if (failures.seen()) {
      // The next start repairs.
      return;
    }
    DurableFile.write(cleanMark, here.getBytes(StandardCharsets.UTF_8));
  }

  /** S3Mock's additional connector would otherwise listen on every interface. */
  private static final class Loopback implements BeanPostProcessor {
    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
      if (bean instanceof Connector connector) {
        connector.setProperty("address", "127.0.0.1");
      }
      return bean;
    }
  }
}
