package dev.sluice.lambda.load;

import java.util.function.UnaryOperator;

/**
 * What a server answered.
 *
 * @param status of HTTP
 * @param headers value by name, in any case; null where absent
 * @param body unpacked; empty unless the status is 200
 */
record Answer(int status, UnaryOperator<String> headers, byte[] body) {

  /** The value of a header, null where absent. */
  String header(String name) {
    return headers.apply(name);
  }
}
