package dev.sluice.local.aws.services.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.local.aws.access.Described;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsAccessTest {
  private static final String ARN = "arn:aws:secretsmanager:us-east-1:000000000000:secret:";

  @Test
  void shouldSpeakOfTheSecretByItsArnHoweverItIsNamed(@TempDir Path directory) throws Exception {
    Files.writeString(
        directory.resolve("secrets.json"),
        "{\"shop\": {\"Name\": \"shop\", \"ARN\": \"" + ARN + "shop-a1b2c3\"}}");
    SecretsAccess access = new SecretsAccess(new SecretStore(directory));

    String needed = "secretsmanager:GetSecretValue secretsmanager:::secret:";
    assertThat(Described.of(access, "GetSecretValue", "{'SecretId': 'shop'}"))
        .containsExactly(needed + "shop-a1b2c3");
    assertThat(Described.of(access, "GetSecretValue", "{'SecretId': '" + ARN + "shop-a1b2c3'}"))
        .containsExactly(needed + "shop-a1b2c3");
    assertThat(Described.of(access, "GetSecretValue", "{'SecretId': 'missing'}"))
        .containsExactly(needed + "missing");
    assertThat(Described.of(access, "ListSecrets", "{}"))
        .containsExactly("secretsmanager:ListSecrets *");
  }
}
