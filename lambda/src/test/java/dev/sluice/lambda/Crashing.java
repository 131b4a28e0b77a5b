package dev.sluice.lambda;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Cuts an invocation off at its n-th call of a port, as a power cut does: the call is made, or is
 * not, and nothing after it happens. Several ports share one countdown.
 */
public final class Crashing {

  private final boolean afterwards;
  private final AtomicInteger left;

  /**
   * @param call which one fails, from 1
   * @param afterwards whether it takes effect first
   */
  public Crashing(int call, boolean afterwards) {
    this.left = new AtomicInteger(call);
    this.afterwards = afterwards;
  }

  /** True where the call was reached. */
  public boolean happened() {
    return left.get() <= 0;
  }

  public <T> T around(Class<T> port, T target) {
    InvocationHandler handler =
        (proxy, method, arguments) -> {
          int now = left.decrementAndGet();
          if (now < 0 || (now == 0 && !afterwards)) {
            throw new PowerCut();
          }
          Object result;
          try {
            result = method.invoke(target, arguments);
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
          if (now == 0) {
            throw new PowerCut();
          }
          return result;
        };
    return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, handler));
  }

  /** What a handler dies of. */
  public static final class PowerCut extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
