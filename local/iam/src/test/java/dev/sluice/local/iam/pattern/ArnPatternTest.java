package dev.sluice.local.iam.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Follows
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html.
 */
class ArnPatternTest {
  private static final Map<String, String> VALUES =
      Map.of("aws:userid", "AROA:run-1", "aws:PrincipalTag/team", "a*");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          *                                    | arn:aws:s3:::lake                              | true
          arn:aws:s3:::lake                    | arn:aws:s3:::lake                              | true
          arn:aws:s3:::lake                    | arn:aws:s3:::lake/raw                          | false
          arn:aws:s3:::lake                    | arn:aws:s3:::LAKE                              | false
          arn:aws:s3:::lake/*                  | arn:aws:s3:::lake                              | false
          arn:aws:s3:::lake/*                  | arn:aws:s3:::lake/raw/a:b/c.csv                | true
          arn:aws:s3:::lake/*/test/*           | arn:aws:s3:::lake/1/2/test/3/object.jpg        | true
          arn:aws:s3:::lake/*/test/*           | arn:aws:s3:::lake/1-test/object.jpg            | false
          arn:aws:s3:::lake/*/test/*           | arn:aws:s3:::lake/test/object.jpg              | false
          arn:*:s3:::lake                      | arn:aws-cn:s3:::lake                           | true
          arn:aws:sqs:*:0*:queue?              | arn:aws:sqs:eu-west-1:000000000000:queue1      | true
          arn:aws:sqs:*:queue                  | arn:aws:sqs:eu-west-1:000000000000:queue       | malformed
          arn:aws:sqs:eu-west-1:*              | arn:aws:sqs:eu-west-1:000000000000:queue       | true
          arn:aws:sqs:eu-w*                    | arn:aws:sqs:eu-west-1:000000000000:queue       | true
          arn:aws:sqs:*queue*                  | arn:aws:sqs:eu-west-1:000000000000:queue       | false
          arn:aws:sqs:eu-west-1:*              | arn:aws:sqs:eu-west-2:000000000000:queue       | false
          arn:aws:x:*:111122223333:finance/*   | arn:aws:x:us-east-2:999999999999:store/abc:111122223333:finance/d | false
          arn:aws:logs:*:*:*:/aws-glue/*       | arn:aws:logs:eu-west-1:000000000000:log-group:/aws-glue/jobs | true
          arn:aws:s3:::home/${aws:userid}/*    | arn:aws:s3:::home/AROA:run-1/x                 | true
          arn:aws:s3:::home/${aws:userid}/*    | arn:aws:s3:::home/AROA:run-2/x                 | false
          arn:aws:s3:::home/${aws:username}/*  | arn:aws:s3:::home//x                           | false
          arn:aws:s3:::home/${aws:username, 'nobody'}/* | arn:aws:s3:::home/nobody/x            | true
          arn:aws:s3:::${aws:PrincipalTag/team} | arn:aws:s3:::a*                               | true
          arn:aws:s3:::${aws:PrincipalTag/team} | arn:aws:s3:::abc                              | false
          arn:aws:s3:::a${*}b${?}c${$}         | arn:aws:s3:::a*b?c$                            | true
          arn:aws:s3:::a${*}b${?}c${$}         | arn:aws:s3:::axbxc$                            | false
          """,
      quoteCharacter = '`')
  void shouldMatchPartByPart(String pattern, String resource, String expected) {
    if (expected.equals("malformed")) {
      assertThatThrownBy(() -> ArnPattern.ofResource(Template.of(pattern)))
          .isInstanceOf(IllegalArgumentException.class);
      return;
    }
    assertThat(ArnPattern.ofResource(Template.of(pattern)).matches(Arn.of(resource), VALUES::get))
        .isEqualTo(Boolean.valueOf(expected));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lake",
        "arn:aws:s3:::",
        "arn:aws",
        "arn:aws:s3*",
        "arn:aws:*:::lake",
        "arn:aws:sqs:eu-west-1:queue",
        "urn:aws:s3:::lake",
        "arn:aws:sqs:${aws:RequestedRegion}:000000000000:queue"
      })
  void shouldRefuseWhatNoArnCouldMatch(String pattern) {
    assertThatThrownBy(() -> ArnPattern.ofResource(Template.of(pattern)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("found '" + pattern + "', expected");
  }

  @ParameterizedTest
  @CsvSource({"*,true", "arn:aws:s3:::*,false"})
  void shouldMatchARequestWithoutResourceByTheLoneWildcard(String pattern, boolean expected) {
    assertThat(ArnPattern.ofResource(Template.of(pattern)).matches(null, VALUES::get))
        .isEqualTo(expected);
  }
}
