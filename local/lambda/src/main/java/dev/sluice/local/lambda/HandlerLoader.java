package dev.sluice.local.lambda;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.lang.reflect.InvocationTargetException;

/** Constructs the handler: the function's init phase. */
final class HandlerLoader {
  private HandlerLoader() {}

  /**
   * @param name the function's {@code Handler} property: {@code pkg.Class} or {@code
   *     pkg.Class::handleRequest}
   * @throws Throwable what the handler's own constructor threw, unwrapped; ClassNotFoundException
   *     or IllegalArgumentException where there is nothing to construct
   */
  static RequestStreamHandler load(String name) throws Throwable {
    String className = className(name);
    Class<?> type;
    try {
      type = Class.forName(className, true, ClassLoader.getSystemClassLoader());
    } catch (ClassNotFoundException e) {
      throw new ClassNotFoundException("Class not found: " + className, e);
    } catch (ExceptionInInitializerError e) {
      throw e.getCause() == null ? e : e.getCause();
    }
    if (!RequestStreamHandler.class.isAssignableFrom(type)) {
      throw new IllegalArgumentException(
          className
              + " is no RequestStreamHandler; the local runtime runs stream handlers only: implement "
              + RequestStreamHandler.class.getName());
    }
    return construct(type.asSubclass(RequestStreamHandler.class));
  }

  private static String className(String name) {
    if (name == null || name.isBlank()) {
      throw new IllegalArgumentException("_HANDLER is empty; expected the handler's class name");
    }
    int method = name.indexOf("::");
    if (method >= 0 && !name.substring(method + 2).equals("handleRequest")) {
      throw new IllegalArgumentException(
          "_HANDLER is '" + name + "'; a stream handler's method is handleRequest: name the class");
    }
    return method < 0 ? name : name.substring(0, method);
  }

  private static RequestStreamHandler construct(Class<? extends RequestStreamHandler> type)
      throws Throwable {
    try {
      return type.getConstructor().newInstance();
    } catch (NoSuchMethodException e) {
      throw new IllegalArgumentException(
          type.getName() + " has no public constructor without arguments; Lambda needs one", e);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    } catch (ExceptionInInitializerError e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }
}
