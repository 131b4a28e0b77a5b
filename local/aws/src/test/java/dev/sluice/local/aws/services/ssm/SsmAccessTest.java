package dev.sluice.local.aws.services.ssm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.local.aws.access.Described;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SsmAccessTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GetParameter        | {'Name': '/sluice/a'}   | ssm:GetParameter ssm:::parameter/sluice/a",
        "GetParameter        | {'Name': 'plain'}       | ssm:GetParameter ssm:::parameter/plain",
        "PutParameter        | {'Name': '/sluice/a'}   | ssm:PutParameter ssm:::parameter/sluice/a",
        "GetParametersByPath | {'Path': '/sluice'}     | ssm:GetParametersByPath ssm:::parameter/sluice",
        "DescribeParameters  | {}                      | ssm:DescribeParameters *",
      })
  void shouldSpeakOfTheParameterWithoutASecondSlash(String operation, String input, String access) {
    assertThat(Described.of(new SsmAccess(), operation, input)).containsExactly(access);
  }

  @ParameterizedTest
  @CsvSource({"GetParameters", "DeleteParameters"})
  void shouldSpeakOfEachOfSeveral(String operation) {
    assertThat(Described.of(new SsmAccess(), operation, "{'Names': ['/a', 'b/c']}"))
        .containsExactly(
            "ssm:" + operation + " ssm:::parameter/a", "ssm:" + operation + " ssm:::parameter/b/c");
  }
}
