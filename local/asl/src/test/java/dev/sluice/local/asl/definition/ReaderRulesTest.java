package dev.sluice.local.asl.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * ItemReaders that AWS refuses.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html">AWS</a>
 */
class ReaderRulesTest {
  private static List<String> refusals(String mode, String field) {
    String definition =
        """
        {"QueryLanguage": "JSONata", "StartAt": "m", "States": {"m": {"Type": "Map", "End": true,
          FIELD,
          "ItemProcessor": {"ProcessorConfig": {MODE},
            "StartAt": "p", "States": {"p": {"Type": "Pass", "End": true}}}}}}
        """
            .replace("MODE", mode)
            .replace("FIELD", field);
    InvalidDefinition refused =
        catchThrowableOfType(
            InvalidDefinition.class, () -> StateMachine.parse(definition, resource -> true));
    return refused == null
        ? List.of()
        : refused.findings().stream().map(Finding::toString).toList();
  }

  private static List<String> reader(String operation, String arguments, String config) {
    return refusals(
        "\"Mode\": \"DISTRIBUTED\", \"ExecutionType\": \"STANDARD\"",
        "\"ItemReader\": {\"Resource\": \"arn:aws:states:::s3:"
            + operation
            + "\", \"Arguments\": "
            + arguments
            + (config.isEmpty() ? "" : ", \"ReaderConfig\": " + config)
            + "}");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      value = {
        "{\"InputType\": \"XML\"} | Value should be one of the following: [CSV, JSON, JSONL,",
        "{\"InputType\": \"JSON\", \"Header\": 1} | Field 'Header' is not supported",
        "{\"InputType\": \"JSON\", \"CSVHeaderLocation\": \"GIVEN\"} | Field 'CSVHeaderLocation' is",
        "{\"InputType\": \"CSV\"} | The field 'CSVHeaderLocation' is required",
        "{\"InputType\": \"CSV\", \"CSVHeaderLocation\": \"GIVEN\"} | required: [CSVHeaders]",
        "{\"InputType\": \"CSV\", \"CSVHeaderLocation\": \"FIRST_ROW\", \"CSVDelimiter\": \"X\"} |"
            + " Value should be one of the following: [COMMA, PIPE",
        "{\"InputType\": \"JSON\", \"MaxItemsPath\": \"$.a\"} | only supported for the 'JSONPath'",
        "{\"InputType\": \"JSON\", \"MaxItems\": -1} | Minimum value is 0",
        "{\"MaxItems\": 1} | These fields are required: [InputType]",
      })
  void shouldRefuseReaderConfig(String config, String problem) {
    assertThat(reader("getObject", "{\"Bucket\": \"b\", \"Key\": \"k\"}", config))
        .singleElement()
        .asString()
        .contains(problem.strip())
        .contains(" at /States/m/ItemReader/ReaderConfig");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"InputType\": \"JSON\", \"MaxItems\": 0, \"ItemsPointer\": \"/a\"}",
        "{\"InputType\": \"JSONL\", \"MaxItems\": \"{% $states.input.n %}\"}",
        "{\"InputType\": \"PARQUET\"}",
        "{\"InputType\": \"MANIFEST\", \"ManifestType\": \"S3_INVENTORY\"}",
        "{\"InputType\": \"CSV\", \"CSVHeaderLocation\": \"GIVEN\", \"CSVHeaders\": [\"a\"],"
            + " \"CSVDelimiter\": \"TAB\"}",
      })
  void shouldTakeReaderConfig(String config) {
    String object = "{\"Bucket\": \"b\", \"Key\": \"k\", \"VersionId\": \"v\"}";
    assertThat(reader("getObject", object, config)).isEmpty();
  }

  @Test
  void shouldRefuseArgumentsThatReadersDoNotTakeOrMiss() {
    assertThat(reader("getObject", "{\"Bucket\": \"b\"}", "{\"InputType\": \"JSON\"}"))
        .containsExactly(
            "SCHEMA_VALIDATION_FAILED: The field 'Key' is required but was missing"
                + " at /States/m/ItemReader/Arguments");
    assertThat(reader("listObjectsV2", "{\"Bucket\": \"b\", \"Key\": \"k\"}", ""))
        .singleElement()
        .asString()
        .contains("The field \"Key\" is not supported by Step Functions");
    assertThat(reader("listObjectsV2", "{\"Bucket\": \"b\", \"Prefix\": \"p/\"}", "")).isEmpty();
  }

  /** AWS takes the fields in an inline map as well, where they do nothing. */
  @Test
  void shouldTakeToleratedFailuresInAnInlineMap() {
    assertThat(refusals("\"Mode\": \"INLINE\"", "\"ToleratedFailureCount\": 1")).isEmpty();
    assertThat(refusals("\"ExecutionType\": \"EXPRESS\"", "\"Items\": [1]"))
        .containsExactly(
            "SCHEMA_VALIDATION_FAILED: Field 'ExecutionType' is not supported"
                + " at /States/m/ItemProcessor/ProcessorConfig");
  }
}
