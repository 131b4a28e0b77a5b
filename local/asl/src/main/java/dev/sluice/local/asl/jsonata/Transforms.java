package dev.sluice.local.asl.jsonata;

import com.dashjoin.jsonata.Jsonata.JFunction;
import dev.sluice.local.asl.jsonata.function.Copies;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * Transforms of a document that keep its nulls and the digits of its numbers. The library changes a
 * copy that it has made by way of text, in which nulls are lost; before its first look at that
 * copy, the copy is filled again from the document.
 */
final class Transforms {
  /** The documents of the transforms that run, the innermost one first. */
  private static final ThreadLocal<Deque<Object>> DOCUMENTS =
      ThreadLocal.withInitial(ArrayDeque::new);

  private Transforms() {}

  /**
   * @param arguments the library's transform, after the document where it is applied at once
   * @return the changed document, or a transform
   */
  static Object apply(List<?> arguments) throws Throwable {
    JFunction transform = (JFunction) arguments.get(arguments.size() - 1);
    return arguments.size() > 1
        ? applied(transform, arguments.get(0))
        : new JFunction((input, args) -> applied(transform, args.get(0)), "<(oa):o>");
  }

  private static Object applied(JFunction transform, Object document) {
    List<?> arguments = Collections.singletonList(document);
    if (document == null) {
      return null;
    }
    Deque<Object> documents = DOCUMENTS.get();
    documents.push(document);
    try {
      return transform.call(null, (List<?>) transform.validate(arguments, null));
    } finally {
      documents.pop();
    }
  }

  @SuppressWarnings("unchecked")
  static Object restore(Object copy) {
    Object document = Copies.of(DOCUMENTS.get().peek());
    if (copy instanceof Map<?, ?> && document instanceof Map<?, ?> members) {
      ((Map<Object, Object>) copy).clear();
      ((Map<Object, Object>) copy).putAll(members);
    } else if (copy instanceof Collection<?> && document instanceof Collection<?> elements) {
      ((Collection<Object>) copy).clear();
      ((Collection<Object>) copy).addAll(elements);
    }
    return copy;
  }
}
