package dev.sluice.core.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidateMainTest {
  @TempDir Path directory;

  @Test
  void shouldTellTheVerdictByItsExitCode() throws IOException {
    String contract =
        write("t.yaml", "name: t\ncadence: daily\ncolumns: [{name: A, as: a, type: long}]\n");
    String wrongContract = write("w.yaml", "name: w\n");

    assertThat(ValidateMain.run(new String[] {write("a.csv", "A\n1\n"), contract})).isZero();
    assertThat(ValidateMain.run(new String[] {write("b.csv", "A\nx\n"), contract})).isEqualTo(1);
    assertThat(ValidateMain.run(new String[] {"a.csv", wrongContract})).isEqualTo(2);
    assertThat(ValidateMain.run(new String[] {"no such file", contract})).isEqualTo(2);
    assertThat(ValidateMain.run(new String[0])).isEqualTo(2);
  }

  private String write(String file, String text) throws IOException {
    return Files.writeString(directory.resolve(file), text).toString();
  }
}
