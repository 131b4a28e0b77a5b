package dev.sluice.local.aws.services.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.local.aws.access.Described;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeletionListTest {
  private static List<String> needed(String body) throws MalformedXml {
    List<DeletionList.Entry> entries = DeletionList.entries(body.getBytes(StandardCharsets.UTF_8));
    return Described.of(new DeletionList(entries, null).needed("lake"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\""})
  void shouldNeedTheDeletionOfEveryObjectAndVersion(String namespace) throws MalformedXml {
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

  /**
   * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjects.html">AWS: at
   *     most 1,000 objects, each with its key</a>
   */
  @Test
  void shouldRefuseAListOfNoneOrTooMany() throws MalformedXml {
    String one = "<Object><Key>a</Key></Object>";
    assertThat(needed("<Delete>" + one.repeat(1_000) + "</Delete>")).hasSize(1_000);
    assertThatThrownBy(() -> needed("<Delete>" + one.repeat(1_001) + "</Delete>"))
        .hasMessageContaining("1001 objects, expected 1 to 1000");
    assertThatThrownBy(() -> needed("<Delete/>")).hasMessageContaining("0 objects");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "<Delete>",
        "<Deletion><Object><Key>a</Key></Object></Deletion>",
        "<Delete><Object><VersionId>v</VersionId></Object></Delete>",
        "<!DOCTYPE d [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>"
            + "<Delete><Object><Key>&e;</Key></Object></Delete>",
      })
  void shouldRefuseWhatIsNotTheXmlOfADeletion(String body) {
    assertThatThrownBy(() -> needed(body))
        .isInstanceOf(MalformedXml.class)
        .hasMessageStartingWith("The XML you provided was not well-formed");
  }
}
