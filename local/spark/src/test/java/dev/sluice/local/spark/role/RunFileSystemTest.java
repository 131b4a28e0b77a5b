package dev.sluice.local.spark.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.file.AccessDeniedException;
import java.util.Arrays;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.FilterFileSystem;
import org.apache.hadoop.fs.s3a.S3AFileSystem;
import org.junit.jupiter.api.Test;

class RunFileSystemTest {
  /** The first is called by close only, the second is for addresses with a port. */
  private static final Set<String> NEEDLESS = Set.of("processDeleteOnExit", "getDefaultPort");

  @Test
  void shouldPassOnAllThatS3aDoesInAWayOfItsOwn() {
    assertThat(Arrays.stream(S3AFileSystem.class.getDeclaredMethods()))
        .filteredOn(method -> !method.isSynthetic() && declares(FileSystem.class, method))
        .hasSizeGreaterThan(40)
        .filteredOn(method -> !NEEDLESS.contains(method.getName()))
        .allMatch(
            method ->
                declares(RunFileSystem.class, method) || declares(FilterFileSystem.class, method));
  }

  private static boolean declares(Class<?> type, Method method) {
    try {
      Method own = type.getDeclaredMethod(method.getName(), method.getParameterTypes());
      return (own.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0
          && !Modifier.isStatic(own.getModifiers());
    } catch (NoSuchMethodException absent) {
      return false;
    }
  }

  @Test
  void shouldRefuseThreadsThatWorkForNoRun() {
    assertThatThrownBy(
            () -> new RunFileSystem().initialize(URI.create("s3://lake/"), new Configuration()))
        .isInstanceOf(AccessDeniedException.class)
        .hasMessage(
            "s3://lake/: this thread works for no job run, so it has no role's credentials; call S3"
                + " from the run's own threads");
  }
}
