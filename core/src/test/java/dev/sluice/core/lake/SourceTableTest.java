package dev.sluice.core.lake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceTableTest {
  @ParameterizedTest
  @CsvSource({
    "orders,            public, orders,   orders",
    "public.orders,     public, orders,   orders",
    "Orders,            public, Orders,   Orders",
    "crm.orders,        crm,    orders,   crm_orders",
    "PUBLIC.orders,     PUBLIC, orders,   PUBLIC_orders",
    "a.b.c,             a,      b.c,      a_b.c",
  })
  void shouldNameTheFolderOfATable(String text, String schema, String name, String folder) {
    SourceTable table = SourceTable.parse(text);

    assertThat(table).isEqualTo(new SourceTable(schema, name));
    assertThat(table.folder()).isEqualTo(folder);
  }

  @ParameterizedTest
  @CsvSource({
    "orders,        public.orders,  orders",
    "a.b_c,         a_b.c,          a_b_c",
    "a.b_c,         a_b_c,          a_b_c",
    "Orders,        orders,         orders",
    "crm.Orders,    CRM.orders,     crm_orders",
    "PUBLIC.orders, public_orders,  public_orders",
    "a.b.c,         a.b_c,          a_b_c",
    "a$b,           a_b,            a_b",
  })
  void shouldGiveOneTargetToTablesThatTheLakeCannotTellApart(
      String one, String other, String target) {
    assertThat(SourceTable.parse(one).target()).isEqualTo(target);
    assertThat(SourceTable.parse(other).target()).isEqualTo(target);
  }

  @Test
  void shouldGiveTwoTargetsToTablesThatDiffer() {
    assertThat(SourceTable.parse("a.bc").target()).isNotEqualTo(SourceTable.parse("ab.c").target());
    assertThat(SourceTable.parse("public.public_x").target())
        .isNotEqualTo(SourceTable.parse("public.x").target());
  }
}
