package dev.sluice.console.permissions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.console.error.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PermissionsFileTest {
  private static final String GUARD = "sluice-orders-GuardRole87F67C2B-148239c3f49a";
  private static final String FILE =
      """
      {"roles": {
        "sluice-datasets-RegisterFileRole9F239302-f4f07cf0ad4e": {"grants": [
          {"policy": "p", "action": "dynamodb:Query", "resource": "*", "used": 2}], "refused": []},
        "sluice-orders-GuardRole87F67C2B-148239c3f49a": {
          "grants": [
            {"policy": "p", "action": "kms:Decrypt",
             "resource": "arn:aws:kms:us-east-1:0:key/00000000-0000-4000-8000-43bc0c687b0b", "used": 7},
            {"policy": "p", "action": "s3:ListBucket", "resource": "arn:aws:s3:::lake",
             "condition": "{\\"StringLike\\":{\\"s3:prefix\\":[\\"raw/*\\",\\"tmp/*\\"]}}", "used": 0},
            {"policy": "p", "action": "kms:Encrypt",
             "resource": "arn:aws:kms:us-east-1:0:key/00000000-0000-4000-8000-43bc0c687b0b", "used": 0}],
          "refused": [{"action": "s3:GetObject", "resource": "arn:aws:s3:::lake/raw/a", "times": 3,
             "message": "User: guard is not authorized"}]},
        "sluice-orders-GuardianRole00000000-000000000000": {"grants": [], "refused": []}}}
      """;

  @TempDir private Path state;

  @BeforeEach
  void write() throws IOException {
    Files.writeString(state.resolve("permissions.json"), FILE);
  }

  private PermissionsFile file() {
    return PermissionsFile.in(state);
  }

  @Test
  void shouldShowOfEachResourceInALineWhatMayBeDoneToIt() {
    assertThat(file().named(GUARD).toText(Selection.of(false, false)))
        .isEqualTo(
            """
            sluice-orders-GuardRole: 3 grants, 1 used, 1 refused
              kms key/…0c687b0b                             Decrypt 7, Encrypt unused
              s3 lake if StringLike s3:prefix raw/*, tmp/*  ListBucket unused
              refused 3 times: s3:GetObject on lake/raw/a
                User: guard is not authorized

            """);
  }

  @Test
  void shouldCountAllRolesAtTheEnd() {
    assertThat(file().toText(Selection.of(false, false)))
        .contains("sluice-orders-GuardianRole: 0 grants, 0 used, 0 refused")
        .endsWith("\n3 roles: 4 grants, 2 used, 1 refused\n");
  }

  @Test
  void shouldShowUnusedGrantsAloneAndOnlyRolesThatHaveSome() {
    assertThat(file().toText(Selection.of(true, false)))
        .startsWith("sluice-orders-GuardRole: 3 grants")
        .contains("Encrypt unused", "ListBucket unused")
        .doesNotContain("Decrypt", "RegisterFile", "Guardian", "User: guard");
  }

  @Test
  void shouldShowRefusalsAlone() {
    assertThat(file().toText(Selection.of(false, true)))
        .contains("refused 3 times", "User: guard is not authorized")
        .doesNotContain("Decrypt", "Encrypt", "RegisterFile");
  }

  @Test
  void shouldSayWhereThereIsNoneOfIt() {
    PermissionsFile used = file().named("register-file");
    assertThat(used.toText(Selection.of(true, false))).isEqualTo("No unused grants.\n");
    assertThat(used.toText(Selection.of(false, true))).isEqualTo("No refused calls.\n");
  }

  @Test
  void shouldGiveScriptsNamesInFull() {
    assertThat(file().toJson(Selection.of(true, true)))
        .startsWith("[{\"role\":\"" + GUARD + "\",\"granted\":3,\"used\":1,\"grants\":[{")
        .contains(
            "\"action\":\"s3:ListBucket\",\"resource\":\"arn:aws:s3:::lake\",\"condition\":",
            "\"used\":0",
            "\"times\":3")
        .doesNotContain("kms:Decrypt");
  }

  @ParameterizedTest
  @CsvSource({
    "register-file, sluice-datasets-RegisterFileRole9F239302-f4f07cf0ad4e",
    "REGISTER_FILE, sluice-datasets-RegisterFileRole9F239302-f4f07cf0ad4e",
    "sluice-orders-GuardRole, " + GUARD,
    "guard-role, " + GUARD,
    GUARD + ", " + GUARD,
  })
  void shouldKnowARoleByAPartOfItsName(String part, String name) {
    assertThat(file().fullName(part)).isEqualTo(name);
  }

  @Test
  void shouldNameTheRolesWherePartsFitSeveralOrNone() {
    assertThatThrownBy(() -> file().fullName("guard"))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "found 2 roles with 'guard' in their names, expected one of"
                + " [sluice-orders-GuardRole, sluice-orders-GuardianRole].");
    assertThatThrownBy(() -> file().fullName("nobody"))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("found no role with 'nobody' in its name, expected one of [sluice");
    assertThatThrownBy(() -> file().ofStack("sluice-stations"))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("found no role of the stack 'sluice-stations', expected one of");
  }

  @Test
  void shouldChooseThoseOfAStack() {
    assertThat(file().ofStack("sluice-orders").roles()).hasSize(2);
  }

  @Test
  void shouldHaveNoRolesBeforeTheFirstRun() throws IOException {
    Files.delete(state.resolve("permissions.json"));
    assertThat(file().roles()).isEqualTo(List.of());
    assertThat(file().fullName("any")).isEqualTo("any");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{\"roles\": 1"})
  void shouldSayWhatToDoWithAFileThatItCannotRead(String content) throws IOException {
    Files.writeString(state.resolve("permissions.json"), content);
    assertThatThrownBy(this::file)
        .isInstanceOf(UserError.class)
        .hasMessageContaining("permissions.json what is no list of permissions")
        .hasMessageContaining("Delete the file");
  }
}
