package dev.sluice.local.aws.services.secrets;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.SecureRandom;

/**
 * Random passwords as GenerateSecretString describes them.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-secretsmanager-secret-generatesecretstring.html">properties</a>
 */
final class Passwords {
  private static final int DEFAULT_LENGTH = 32;
  private static final String LOWER = "abcdefghijklmnopqrstuvwxyz";
  private static final String DIGITS = "0123456789";
  private static final String PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

  private Passwords() {}

  static String generate(JsonNode how) {
    StringBuilder alphabet = new StringBuilder();
    add(alphabet, LOWER, how.path("ExcludeLowercase"));
    add(alphabet, LOWER.toUpperCase(java.util.Locale.ROOT), how.path("ExcludeUppercase"));
    add(alphabet, DIGITS, how.path("ExcludeNumbers"));
    add(alphabet, PUNCTUATION, how.path("ExcludePunctuation"));
    String excluded = how.path("ExcludeCharacters").asText("");
    String characters =
        alphabet
            .chars()
            .filter(c -> excluded.indexOf(c) < 0)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    if (characters.isEmpty()) {
      throw new IllegalArgumentException("GenerateSecretString excludes every character");
    }
    SecureRandom random = new SecureRandom();
    StringBuilder password = new StringBuilder();
    int length = how.path("PasswordLength").asInt(DEFAULT_LENGTH);
    while (password.length() < length) {
      password.append(characters.charAt(random.nextInt(characters.length())));
    }
    return password.toString();
  }

  private static void add(StringBuilder alphabet, String characters, JsonNode excluded) {
    if (!excluded.asBoolean()) {
      alphabet.append(characters);
    }
  }
}
