package dev.sluice.demo.shop;

import dev.sluice.demo.random.Dice;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A product as an item of the catalog table, with every type of attribute that DynamoDB knows.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html">Data
 *     types</a>
 */
final class CatalogItem {
  private CatalogItem() {}

  /** The table's partition key: the product's number, as text. */
  static final String KEY = "product_id";

  static Map<String, AttributeValue> key(long id) {
    return Map.of(KEY, text(Long.toString(id)));
  }

  static Map<String, AttributeValue> of(ShopPlan plan, long id) {
    Product product = Product.of(plan, id);
    Dice dice = plan.dice("catalog", id);
    Map<String, AttributeValue> item = new LinkedHashMap<>();
    item.putAll(key(id));
    item.put("sku", text(product.sku()));
    item.put("name", text(product.name()));
    item.put("category", text(product.category().department()));
    item.put("subcategory", text(product.category().name()));
    item.put("price", number(BigDecimal.valueOf(product.price(), 4)));
    item.put("status", text(product.status()));
    item.put("discontinued", AttributeValue.fromBool(product.status().equals("discontinued")));
    item.put("tags", AttributeValue.fromSs(product.tags()));
    item.put("sizes", sizes(dice));
    if (product.thumbnail() != null) {
      item.put("thumbnail", AttributeValue.fromB(SdkBytes.fromByteArray(product.thumbnail())));
      item.put("fingerprints", fingerprints(dice));
    }
    item.put(
        "description",
        dice.oneIn(9) ? AttributeValue.fromNul(true) : text(dice.pick(Words.REMARKS)));
    item.put("attributes", attributes(product, dice));
    item.put("suppliers", suppliers(product, dice));
    return item;
  }

  private static AttributeValue attributes(Product product, Dice dice) {
    Map<String, AttributeValue> size = new LinkedHashMap<>();
    size.put("height_cm", number(dice.between(1, 200)));
    size.put("width_cm", number(dice.between(1, 200)));
    Map<String, AttributeValue> attributes = new LinkedHashMap<>();
    attributes.put("color", text(product.color()));
    attributes.put("material", text(product.material()));
    attributes.put("weight_kg", number(BigDecimal.valueOf(product.weight())));
    attributes.put("dimensions", AttributeValue.fromM(size));
    // More digits than a double has: whoever reads it as one is found out.
    attributes.put(
        "popularity",
        AttributeValue.fromN("0." + (1_000_000_000L + dice.below(1 << 30)) + "1234567891"));
    return AttributeValue.fromM(attributes);
  }

  private static AttributeValue suppliers(Product product, Dice dice) {
    return AttributeValue.fromL(
        List.of(
            AttributeValue.fromM(Map.of("supplier_id", number(product.supplierId()))),
            AttributeValue.fromM(
                Map.of("supplier_id", number(product.supplierId() + dice.between(1, 9))))));
  }

  private static AttributeValue sizes(Dice dice) {
    int first = dice.between(1, 30);
    return AttributeValue.fromNs(
        LongStream.rangeClosed(0, dice.below(4))
            .mapToObj(step -> BigDecimal.valueOf((first + step) * 5, 1).toPlainString())
            .toList());
  }

  private static AttributeValue fingerprints(Dice dice) {
    return AttributeValue.fromBs(
        List.of(SdkBytes.fromByteArray(dice.bytes(8)), SdkBytes.fromByteArray(dice.bytes(12))));
  }

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  private static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }

  private static AttributeValue number(BigDecimal value) {
    return AttributeValue.fromN(value.toPlainString());
  }
}
