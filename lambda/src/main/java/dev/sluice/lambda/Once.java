package dev.sluice.lambda;

import java.util.function.Supplier;

/** A value that is made when it is first asked for, and kept. Thread-safe. */
final class Once<T> implements Supplier<T> {

  private final Supplier<T> maker;
  private T value;

  private Once(Supplier<T> maker) {
    this.maker = maker;
  }

  static <T> Supplier<T> of(Supplier<T> maker) {
    return new Once<>(maker);
  }

  @Override
  public synchronized T get() {
    if (value == null) {
      value = maker.get();
    }
    return value;
  }
}
