package dev.sluice.local.iam.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Follows https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html. */
class TemplateTest {
  private static final Map<String, String> VALUES = Map.of("aws:username", "ada");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      nullValues = "-",
      textBlock =
          """
          plain                          | plain
          $5 {x} }                       | $5 {x} }
          a/${aws:username}/b            | a/ada/b
          ${aws:userid}                  | -
          ${aws:userid, 'no one'}        | no one
          ${aws:userid,'}'}              | }
          ${aws:userid, ''}x             | x
          ${aws:username, 'no one'}      | ada
          ${ aws:username , 'no one' }   | ada
          ${*}${?}${$}{aws:username}     | *?${aws:username}
          ${s3:prefix}                   | -
          ${aws:PrincipalTag/cost-center, '0'} | 0
          """)
  void shouldPutValuesInPlaceOfVariables(String text, String expected) {
    assertThat(Template.of(text).text(VALUES::get)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${aws:username",
        "${aws:nosuchkey}",
        "${AWS::AccountId}",
        "${name}",
        "${}",
        "${aws:PrincipalTag/}",
        "${aws:username, nobody}"
      })
  void shouldRefuseVariablesThatAreNotKnown(String text) {
    assertThatThrownBy(() -> Template.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("found");
  }

  @Test
  void shouldLeaveTextAloneWhereTheVersionKnowsNoVariables() {
    assertThat(Template.withoutVariables("${aws:username}").text(VALUES::get))
        .isEqualTo("${aws:username}");
  }
}
