package dev.sluice.local.asl.map.parquet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.base.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.Type;

/** Reads a group's fields between its start and its end. */
final class JsonGroup extends GroupConverter {
  private final List<Converter> fields;
  private final Runnable start;
  private final Runnable end;

  private JsonGroup(List<Converter> fields, Runnable start, Runnable end) {
    this.fields = fields;
    this.start = start;
    this.end = end;
  }

  @Override
  public Converter getConverter(int field) {
    return fields.get(field);
  }

  @Override
  public void start() {
    start.run();
  }

  @Override
  public void end() {
    end.run();
  }

  /** An object with a member a field: null where a field is missing, an array where it repeats. */
  static JsonGroup structure(GroupType type, Consumer<JsonNode> to) {
    Slot<ObjectNode> object = new Slot<>();
    List<Converter> fields = new ArrayList<>();
    for (Type field : type.getFields()) {
      String name = field.getName();
      fields.add(
          converter(
              field,
              field.isRepetition(Type.Repetition.REPEATED)
                  ? value -> ((ArrayNode) object.value.get(name)).add(value)
                  : value -> object.value.set(name, value)));
    }
    return new JsonGroup(fields, () -> object.value = empty(type), () -> to.accept(object.value));
  }

  private static ObjectNode empty(GroupType type) {
    ObjectNode object = Json.object();
    for (Type field : type.getFields()) {
      if (field.isRepetition(Type.Repetition.REPEATED)) {
        object.putArray(field.getName());
      } else {
        object.putNull(field.getName());
      }
    }
    return object;
  }

  /** Reads a field of any type, once a value. */
  private static Converter converter(Type field, Consumer<JsonNode> to) {
    if (field.isPrimitive()) {
      return new JsonValue(field.asPrimitiveType(), to);
    }
    GroupType group = field.asGroupType();
    return switch (Nesting.of(group)) {
      case LIST -> list(group, to);
      case MAP -> map(group, to);
      case STRUCTURE -> structure(group, to);
    };
  }

  private static JsonGroup list(GroupType type, Consumer<JsonNode> to) {
    Slot<ArrayNode> array = new Slot<>();
    Type repeated = type.getType(0);
    Converter elements =
        Nesting.wrapsElement(type)
            ? wrapped(repeated.asGroupType(), value -> array.value.add(value))
            : converter(repeated, value -> array.value.add(value));
    return new JsonGroup(
        List.of(elements),
        () -> array.value = Json.MAPPER.createArrayNode(),
        () -> to.accept(array.value));
  }

  /** The group around each element, by which a missing element differs from an empty list. */
  private static JsonGroup wrapped(GroupType type, Consumer<JsonNode> to) {
    Slot<JsonNode> element = new Slot<>();
    return new JsonGroup(
        List.of(converter(type.getType(0), value -> element.value = value)),
        () -> element.value = Json.MAPPER.nullNode(),
        () -> to.accept(element.value));
  }

  private static JsonGroup map(GroupType type, Consumer<JsonNode> to) {
    Slot<ObjectNode> object = new Slot<>();
    Slot<JsonNode> key = new Slot<>();
    Slot<JsonNode> value = new Slot<>();
    GroupType entry = type.getType(0).asGroupType();
    List<Converter> fields = new ArrayList<>();
    fields.add(converter(entry.getType(0), read -> key.value = read));
    if (entry.getFieldCount() > 1) {
      fields.add(converter(entry.getType(1), read -> value.value = read));
    }
    JsonGroup entries =
        new JsonGroup(
            fields,
            () -> value.value = Json.MAPPER.nullNode(),
            () -> object.value.set(name(key.value), value.value));
    return new JsonGroup(
        List.of(entries), () -> object.value = Json.object(), () -> to.accept(object.value));
  }

  private static String name(JsonNode key) {
    return key.isTextual() ? key.textValue() : key.toString();
  }

  private static final class Slot<T extends JsonNode> {
    private T value;
  }
}
