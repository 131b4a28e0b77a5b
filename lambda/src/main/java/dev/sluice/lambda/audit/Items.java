package dev.sluice.lambda.audit;

import dev.sluice.core.audit.AuditSchema;
import dev.sluice.core.audit.FileState;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** DynamoDB items to and from plain maps, lists, strings, numbers. */
final class Items {

  private Items() {}

  static AttributeValue value(Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, AttributeValue> fields = new LinkedHashMap<>();
      map.forEach((name, field) -> fields.put(String.valueOf(name), value(field)));
      return AttributeValue.fromM(fields);
    }
    if (value instanceof List<?> list) {
      return AttributeValue.fromL(list.stream().map(Items::value).toList());
    }
    if (value instanceof Number number) {
      return AttributeValue.fromN(number.toString());
    }
    return AttributeValue.fromS(String.valueOf(value));
  }

  static AuditRecord record(Map<String, AttributeValue> item) {
    String dataset = string(item, AuditSchema.DATASET);
    String object = string(item, AuditSchema.OBJECT);
    int slash = object.indexOf('/');
    FileVersion file =
        new FileVersion(
            dataset,
            object.substring(0, slash),
            object.substring(slash + 1),
            string(item, AuditSchema.VERSION_ID),
            number(item, AuditSchema.SIZE),
            string(item, AuditSchema.SEQUENCER),
            string(item, AuditSchema.ETAG));
    return new AuditRecord(
        file,
        FileState.valueOf(string(item, AuditSchema.STATE)),
        string(item, AuditSchema.RECEIVED_AT),
        string(item, AuditSchema.RUN),
        number(item, AuditSchema.ROWS),
        string(item, AuditSchema.RAW),
        string(item, AuditSchema.RAW_VERSION),
        string(item, AuditSchema.FAILED),
        string(item, AuditSchema.REPORT),
        string(item, AuditSchema.MAILED_AT),
        maps(item, AuditSchema.ERRORS),
        maps(item, AuditSchema.HISTORY));
  }

  private static String string(Map<String, AttributeValue> item, String name) {
    AttributeValue value = item.get(name);
    return value == null || value.s() == null ? "" : value.s();
  }

  private static long number(Map<String, AttributeValue> item, String name) {
    AttributeValue value = item.get(name);
    return value == null || value.n() == null ? 0 : Long.parseLong(value.n());
  }

  private static List<Map<String, Object>> maps(Map<String, AttributeValue> item, String name) {
    List<Map<String, Object>> maps = new ArrayList<>();
    AttributeValue list = item.get(name);
    if (list != null && list.hasL()) {
      list.l().forEach(element -> maps.add(map(element.m())));
    }
    return maps;
  }

  private static Map<String, Object> map(Map<String, AttributeValue> fields) {
    Map<String, Object> map = new LinkedHashMap<>();
    // DynamoDB keeps no order of a map's fields; sorted, they read the same every time.
    fields.keySet().stream().sorted().forEach(name -> map.put(name, plain(fields.get(name))));
    return map;
  }

  private static Object plain(AttributeValue value) {
    if (value.n() != null) {
      BigDecimal number = new BigDecimal(value.n());
      return number.scale() <= 0 ? (Object) number.longValueExact() : number;
    }
    return value.s() == null ? "" : value.s();
  }
}
