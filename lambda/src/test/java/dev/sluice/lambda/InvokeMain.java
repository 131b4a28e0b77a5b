package dev.sluice.lambda;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Makes handlers by their no-argument constructors, as Lambda does, and invokes them in turn. */
public final class InvokeMain {

  private InvokeMain() {}

  /**
   * Arguments: the file for the answers, a line each; then pairs of simple class name and input.
   */
  public static void main(String[] arguments) throws Exception {
    try (OutputStream answers = new FileOutputStream(arguments[0])) {
      for (int i = 1; i < arguments.length; i += 2) {
        Class<?> type = Class.forName("dev.sluice.lambda." + arguments[i]);
        Object handler = type.getConstructor().newInstance();
        byte[] input = arguments[i + 1].getBytes(StandardCharsets.UTF_8);
        if (input.length > 0) {
          ((RequestStreamHandler) handler)
              .handleRequest(new ByteArrayInputStream(input), answers, null);
        }
        answers.write('\n');
      }
    }
  }
}
