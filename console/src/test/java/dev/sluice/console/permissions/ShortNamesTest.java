package dev.sluice.console.permissions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortNamesTest {
  @ParameterizedTest
  @CsvSource({
    "sluice-orders-GuardRole87F67C2B-148239c3f49a, sluice-orders-GuardRole",
    "sluice-orders-Guard-148239c3f49a, sluice-orders-Guard",
    "acme-reader, acme-reader",
  })
  void shouldLeaveOutWhatOnlyMakesARoleUnique(String name, String shortName) {
    assertThat(ShortNames.role(name)).isEqualTo(shortName);
  }

  @ParameterizedTest
  @CsvSource({
    "arn:aws:dynamodb:us-east-1:000000000000:table/audit/index/*, table/audit/index/*",
    "arn:aws:s3:::sluice-datasets-work5f1b88ea-4f71d4cb46ad/runs/*, sluice-datasets-work/runs/*",
    "arn:aws:s3:::plain-bucket, plain-bucket",
    "arn:aws:sqs:us-east-1:000000000000:app-DeadLetters8BC6B3A5-690702dcc052, app-DeadLetters",
    "arn:aws:kms:us-east-1:000000000000:key/00000000-0000-4000-8000-43bc0c687b0b, key/…0c687b0b",
    "arn:aws:logs:us-east-1:000000000000:log-group:/aws/lambda/x:*, log-group:/aws/lambda/x:*",
    "*, *",
  })
  void shouldLeaveOutAccountAndRegionOfAResource(String arn, String shortName) {
    assertThat(ShortNames.resource(arn)).isEqualTo(shortName);
  }

  @ParameterizedTest
  @CsvSource({
    "1d41bd3aae9c936f9622faea8ed94f8e06bfa7ecbb3a4b35098762dc37e8bf22.csv, 1d41bd3a….csv"
  })
  void shouldCutADigest(String name, String shortName) {
    assertThat(ShortNames.resource("arn:aws:s3:::assets/" + name)).isEqualTo("assets/" + shortName);
  }
}
