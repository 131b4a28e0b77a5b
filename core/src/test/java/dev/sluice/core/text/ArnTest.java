package dev.sluice.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArnTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "arn:aws:secretsmanager:eu-central-1:1:secret:shop-AbCdEf | eu-central-1",
        "arn:aws-cn:secretsmanager:cn-north-1:1:secret:a          | cn-north-1",
        "arn:aws:iam::1:role/glue                                 |",
        "arn:x                                                    |",
        "shop                                                     |"
      })
  void shouldTellTheRegionOfAResource(String arn, String region) {
    assertThat(Arn.region(arn).orElse(null)).isEqualTo(region);
  }
}
