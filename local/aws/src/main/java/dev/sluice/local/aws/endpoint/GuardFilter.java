package dev.sluice.local.aws.endpoint;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** {@link RequestGuard} in front of the JDK's server. */
public final class GuardFilter extends Filter {
  @Override
  public String description() {
    return "refuses what web pages send";
  }

  @Override
  public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
    Optional<String> refusal =
        RequestGuard.refusal(
            exchange.getLocalAddress().getPort(), exchange.getRequestHeaders()::get);
    if (refusal.isEmpty()) {
      chain.doFilter(exchange);
      return;
    }
    try (exchange) {
      byte[] body = refusal.get().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", RequestGuard.TEXT);
      boolean empty = exchange.getRequestMethod().equals("HEAD");
      exchange.sendResponseHeaders(RequestGuard.FORBIDDEN, empty ? -1 : body.length);
      if (!empty) {
        exchange.getResponseBody().write(body);
      }
    }
  }
}
