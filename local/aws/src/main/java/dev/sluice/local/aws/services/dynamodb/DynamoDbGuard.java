package dev.sluice.local.aws.services.dynamodb;

import dev.sluice.local.aws.endpoint.RequestGuard;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** {@link RequestGuard} in front of DynamoDB Local. */
final class DynamoDbGuard extends Handler.Wrapper {
  DynamoDbGuard(Handler tables) {
    super(tables);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Optional<String> refusal =
        RequestGuard.refusal(Request.getLocalPort(request), request.getHeaders()::getValuesList);
    if (refusal.isEmpty()) {
      return super.handle(request, response, callback);
    }
    response.setStatus(RequestGuard.FORBIDDEN);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, RequestGuard.TEXT);
    Content.Sink.write(response, true, refusal.get(), callback);
    return true;
  }
}
