package dev.sluice.local.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class CodeLoadersTest {
  private final CodeLoaders loaders = new CodeLoaders();

  @Test
  void shouldKeepTheLoaderOfTheSameContentForLaterRuns() {
    ClassLoader first = loaders.of(Path.of("/script"), List.of(Path.of("/a.jar")));

    assertThat(loaders.of(Path.of("/script"), List.of(Path.of("/a.jar")))).isSameAs(first);
  }

  @Test
  void shouldKeepDifferentContentApart() {
    ClassLoader first = loaders.of(Path.of("/script"), List.of(Path.of("/a.jar")));

    assertThat(loaders.of(Path.of("/script"), List.of(Path.of("/b.jar")))).isNotSameAs(first);
    assertThat(loaders.of(Path.of("/other"), List.of(Path.of("/a.jar")))).isNotSameAs(first);
  }
}
