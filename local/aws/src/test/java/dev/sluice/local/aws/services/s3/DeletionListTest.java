package dev.sluice.local.aws.services.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.local.aws.access.Described;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeletionListTest {
  private static List<String> needed(String body) throws IOException {
    List<DeletionList.Entry> entries = DeletionList.entries(body.getBytes(StandardCharsets.UTF_8));
    return Described.of(new DeletionList(entries, null).needed("lake"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\""})
  void shouldNeedTheDeletionOfEveryObjectAndVersion(String namespace) throws IOException {
    String body =
        """
        <Delete%s>
          <Object><Key>raw/a &amp; b.csv</Key></Object>
          <Object><VersionId>v1</VersionId><Key>raw/c</Key></Object>
          <Quiet>true</Quiet>
        </Delete>
        """
            .formatted(namespace);
    assertThat(needed(body))
        .containsExactly(
            "s3:DeleteObject s3:::lake/raw/a & b.csv", "s3:DeleteObjectVersion s3:::lake/raw/c");
  }

  @Test
  void shouldNeedNothingForAnEmptyList() throws IOException {
    assertThat(needed("<Delete/>")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "<Delete>",
        "<!DOCTYPE d [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>"
            + "<Delete><Object><Key>&e;</Key></Object></Delete>",
      })
  void shouldRefuseWhatIsNoPlainXml(String body) {
    assertThatThrownBy(() -> needed(body))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("the list of objects to delete is no XML");
  }
}
