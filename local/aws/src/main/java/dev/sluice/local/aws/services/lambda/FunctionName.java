package dev.sluice.local.aws.services.lambda;

/**
 * A function's name as callers write it: name, partial or full ARN, each with or without a version
 * or alias.
 *
 * @param qualifier null for none
 */
record FunctionName(String name, String qualifier) {
  static FunctionName parse(String text) {
    int function = text.indexOf("function:");
    String rest = function < 0 ? text : text.substring(function + "function:".length());
    int colon = rest.indexOf(':');
    return colon < 0
        ? new FunctionName(rest, null)
        : new FunctionName(rest.substring(0, colon), rest.substring(colon + 1));
  }
}
