package dev.sluice.lambda.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.error.TablesFileInvalid;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TablesCheckTest {
  private static final String HEADER = "table,partition column,partitions\n";

  private final Map<String, Map<String, String>> catalog = new LinkedHashMap<>();

  TablesCheckTest() {
    catalog.put("orders", columns("order_id", "bigint", "placed_at", "timestamp"));
    catalog.put("products", columns("product_id", "bigint", "name", "string"));
  }

  @Test
  void shouldWriteACopyWhoseColumnsJsonataCanName() throws Exception {
    TablesCheck.Checked checked = check(HEADER + "orders, order_id ,4\r\n\n\"products\",,1\n");

    assertThat(new String(checked.csv(), StandardCharsets.UTF_8))
        .isEqualTo("table,partition_column,partitions\norders,order_id,4\nproducts,,1\n");
    assertThat(checked.count()).isEqualTo(2);
  }

  @Test
  void shouldAcceptTheListThatIsDeployed() throws Exception {
    catalog.clear();

    assertThat(check(Files.readString(Path.of("../datasets/tables.csv"))).count()).isEqualTo(12);
  }

  @Test
  void shouldAcceptAByteOrderMark() throws Exception {
    assertThat(check('\uFEFF' + HEADER + "orders,placed_at,2").count()).isEqualTo(1);
  }

  @Test
  void shouldRefuseAWrongHeader() {
    assertInvalid(
        () -> check("table,partition_column,partitions\norders,order_id,4\n"),
        "s3://assets/tables.csv: the header is 'table,partition_column,partitions', expected"
            + " 'table,partition column,partitions'");
  }

  @Test
  void shouldRefuseAnEmptyFile() {
    assertInvalid(() -> check(""), "the file is empty, expected the header table,");
    assertInvalid(() -> check(HEADER), "no table is listed below the header");
  }

  @Test
  void shouldTellAllThatIsWrongAtOnce() {
    assertInvalid(
        () ->
            check(
                HEADER
                    + "orders,order_id,4\n"
                    + "orders,order_id,2\n"
                    + "products,product_id,many\n"
                    + "products,,3\n"
                    + "products\n"
                    + "drop table x,,1\n"
                    + "products,product_id,0\n"),
        "row 3 lists orders again after row 2; delete one of them; "
            + "row 4 has partitions 'many', expected a whole number from 1 to 1000; "
            + "row 5 lists products again after row 4; delete one of them; "
            + "row 6 has 1 fields, expected 3; "
            + "row 7 names the table 'drop table x', expected letters, digits and underscores; "
            + "row 8 has partitions '0', expected a whole number from 1 to 1000");
  }

  @ParameterizedTest
  @CsvSource({
    "orders,         public.orders,  orders",
    "a.b_c,          a_b.c,          a_b_c",
    "orders,         Orders,         orders",
    "CRM.orders,     crm_orders,     crm_orders",
    "orders,         \"public.orders\", orders",
    "a$b,            a_b,            a_b",
  })
  void shouldRefuseTwoTablesWithOneTargetNamingBothRows(String one, String other, String target) {
    catalog.clear();

    assertInvalid(
        () -> check(HEADER + "first,,1\n" + one + ",,1\nlast,,1\n" + other + ",,1\n"),
        "row 5 lists %s, whose target in the lake is %s, as that of %s in row 3; delete one of them"
            .formatted(other.replace("\"", ""), target, one));
  }

  @Test
  void shouldAcceptATableOfEachSchema() throws Exception {
    catalog.clear();

    assertThat(check(HEADER + "orders,,1\ncrm.orders,,1\na.bc,,1\nab.c,,1\n").count()).isEqualTo(4);
  }

  @Test
  void shouldRefuseWhatTheCatalogDoesNotKnow() {
    assertInvalid(
        () -> check(HEADER + "ordres,order_id,4\norders,orderid,2\nproducts,name,2\n"),
        "row 2 names the table ordres, which the catalog does not know; correct it, or crawl again"
            + " if it is new. Known: orders, products; "
            + "row 3 names the partition column orderid, which orders does not have; it has"
            + " order_id, placed_at; "
            + "row 4 names the partition column name of type string, expected a number, a date or"
            + " a timestamp");
  }

  @Test
  void shouldLeaveTablesToTheExportWhereNothingWasCrawled() throws Exception {
    catalog.clear();

    assertThat(check(HEADER + "whatever,id,4\n").count()).isEqualTo(1);
  }

  @Test
  void shouldRefuseBrokenQuotes() {
    assertInvalid(() -> check(HEADER + "orders,\"order_id,4\nproducts,,1\n"), "row 2");
  }

  @Test
  void shouldNotListThousandsOfFindings() {
    StringBuilder file = new StringBuilder(HEADER);
    for (int i = 0; i < 5_000; i++) {
      file.append("t").append(i).append(",,x\n");
    }

    assertThatThrownBy(() -> check(file.toString()))
        .hasMessageEndingWith("; and 4980 more")
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(4_000));
  }

  private TablesCheck.Checked check(String file) throws IOException {
    return new TablesCheck(() -> catalog)
        .check(
            "s3://assets/tables.csv",
            new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
  }

  private static void assertInvalid(ThrowingCallable check, String message) {
    assertThatThrownBy(check)
        .isInstanceOf(TablesFileInvalid.class)
        .hasMessageStartingWith("s3://assets/tables.csv: ")
        .hasMessageContaining(message);
  }

  private static Map<String, String> columns(String... namesAndTypes) {
    Map<String, String> columns = new LinkedHashMap<>();
    for (int i = 0; i < namesAndTypes.length; i += 2) {
      columns.put(namesAndTypes[i], namesAndTypes[i + 1]);
    }
    return columns;
  }
}
