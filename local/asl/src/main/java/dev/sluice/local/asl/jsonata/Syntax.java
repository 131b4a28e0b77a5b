package dev.sluice.local.asl.jsonata;

import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Parser;
import com.dashjoin.jsonata.Parser.Symbol;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The tree that the library parses an expression into. The library keeps its parts to itself, so
 * they are read by reflection; that they are all there is checked when this class is first used.
 */
final class Syntax {
  private static final Field TREE = field(Jsonata.class, "ast");
  private static final Map<String, Field> FIELDS = fields();

  /** Those that can hold other symbols. */
  private static final List<Field> BRANCHES =
      FIELDS.values().stream()
          .filter(field -> field.getType().isAssignableFrom(Symbol.class) || isList(field))
          .toList();

  private Syntax() {}

  static Symbol parse(String source) {
    return new Parser().parse(source);
  }

  static Symbol tree(Jsonata compiled) {
    return (Symbol) read(TREE, compiled);
  }

  static String type(Symbol symbol) {
    return (String) get(symbol, "type");
  }

  static boolean isVariable(Symbol symbol, String name) {
    return "variable".equals(type(symbol)) && name.equals(get(symbol, "value"));
  }

  static Object get(Symbol symbol, String field) {
    return read(named(field), symbol);
  }

  static Symbol child(Symbol symbol, String field) {
    return (Symbol) get(symbol, field);
  }

  @SuppressWarnings("unchecked")
  static List<Symbol> list(Symbol symbol, String field) {
    List<Symbol> list = (List<Symbol>) get(symbol, field);
    return list == null ? List.of() : list;
  }

  static void set(Symbol symbol, String field, Object value) {
    try {
      named(field).set(symbol, value);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("The JSONata library keeps its field " + field + ".", e);
    }
  }

  /** The symbol and all below it. */
  static List<Symbol> all(Symbol root) {
    Set<Symbol> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Symbol> all = new ArrayList<>();
    Deque<Symbol> open = new ArrayDeque<>(List.of(root));
    while (!open.isEmpty()) {
      Symbol symbol = open.pop();
      if (seen.add(symbol)) {
        all.add(symbol);
        BRANCHES.forEach(field -> collect(read(field, symbol), open));
      }
    }
    return all;
  }

  private static void collect(Object value, Deque<Symbol> open) {
    if (value instanceof Symbol symbol) {
      open.push(symbol);
    } else if (value instanceof Collection<?> several) {
      several.forEach(each -> collect(each, open));
    } else if (value instanceof Object[] several) {
      for (Object each : several) {
        collect(each, open);
      }
    }
  }

  private static boolean isList(Field field) {
    return Collection.class.isAssignableFrom(field.getType());
  }

  private static Field named(String name) {
    Field field = FIELDS.get(name);
    if (field == null) {
      throw new IllegalStateException(
          "The JSONata library's symbols have no field "
              + name
              + " any more: adapt Syntax to its new version.");
    }
    return field;
  }

  private static Map<String, Field> fields() {
    Map<String, Field> fields = new LinkedHashMap<>();
    for (Field field : Symbol.class.getDeclaredFields()) {
      if (!Modifier.isStatic(field.getModifiers()) && !field.isSynthetic()) {
        field.setAccessible(true);
        fields.put(field.getName(), field);
      }
    }
    return fields;
  }

  private static Field field(Class<?> owner, String name) {
    try {
      Field field = owner.getDeclaredField(name);
      field.setAccessible(true);
      return field;
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException(
          "The JSONata library has no " + owner.getSimpleName() + "." + name + " any more.", e);
    }
  }

  private static Object read(Field field, Object owner) {
    try {
      return field.get(owner);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("The JSONata library keeps " + field + ".", e);
    }
  }
}
