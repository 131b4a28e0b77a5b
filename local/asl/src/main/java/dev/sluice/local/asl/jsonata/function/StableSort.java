package dev.sluice.local.asl.jsonata.function;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Utils;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** JSONata's {@code $sort}: two elements change places only where the function says so. */
final class StableSort {
  /** True where the first of two neighbours belongs behind the second. */
  @FunctionalInterface
  private interface Behind {
    boolean test(Object left, Object right) throws Throwable;
  }

  private StableSort() {}

  /**
   * @param function tells whether its first argument goes behind its second, or null for the order
   *     of numbers or of strings
   */
  static List<?> sort(List<?> items, Object function) throws Throwable {
    if (items == null || items.size() <= 1) {
      return items;
    }
    return merged(items, function == null ? natural(items) : by(function));
  }

  private static Behind by(Object function) {
    return (left, right) -> {
      Object answer = Functions.funcApply(function, new ArrayList<>(Arrays.asList(left, right)));
      return answer != null && Jsonata.boolize(answer);
    };
  }

  private static Behind natural(List<?> items) {
    if (Utils.isArrayOfNumbers(items)) {
      return (left, right) -> ((Number) left).doubleValue() > ((Number) right).doubleValue();
    }
    if (Utils.isArrayOfStrings(items)) {
      return (left, right) -> ((String) left).compareTo((String) right) > 0;
    }
    throw new JException("D3070", -1);
  }

  private static List<Object> merged(List<?> items, Behind behind) throws Throwable {
    if (items.size() <= 1) {
      return new ArrayList<>(items);
    }
    int middle = items.size() / 2;
    List<Object> left = merged(items.subList(0, middle), behind);
    List<Object> right = merged(items.subList(middle, items.size()), behind);
    List<Object> all = new ArrayList<>(items.size());
    int l = 0;
    int r = 0;
    while (l < left.size() && r < right.size()) {
      all.add(behind.test(left.get(l), right.get(r)) ? right.get(r++) : left.get(l++));
    }
    all.addAll(left.subList(l, left.size()));
    all.addAll(right.subList(r, right.size()));
    return all;
  }
}
