package dev.sluice.local.aws.services.s3;

import com.adobe.testing.s3mock.s3.store.BucketStore;
import dev.sluice.local.aws.account.LocalAws;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryAware;
import org.springframework.beans.factory.config.BeanPostProcessor;
import tools.jackson.databind.ObjectMapper;

/** Puts a store of buckets that reads {@link BucketFiles} in the place of S3Mock's. */
final class KeptBuckets implements BeanPostProcessor, BeanFactoryAware, AutoCloseable {
  /** As S3Mock writes a bucket's date. */
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private final Path root;
  private BeanFactory beans;
  private BucketFiles files;

  /**
   * @param root where S3Mock keeps its buckets
   */
  KeptBuckets(Path root) {
    this.root = root.toAbsolutePath();
  }

  @Override
  public void setBeanFactory(BeanFactory factory) throws BeansException {
    beans = factory;
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    if (!(bean instanceof BucketStore)) {
      return bean;
    }
    files = new BucketFiles(beans.getBean(ObjectMapper.class));
    return new BucketStore(root.toFile(), DATE, LocalAws.REGION, files);
  }

  @Override
  public void close() {
    if (files != null) {
      files.close();
    }
  }
}
