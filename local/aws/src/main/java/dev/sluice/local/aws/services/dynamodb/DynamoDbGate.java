package dev.sluice.local.aws.services.dynamodb;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.aws.access.AccessDenied;
import dev.sluice.local.aws.access.Gatekeeper;
import dev.sluice.local.aws.access.Signature;
import dev.sluice.local.aws.access.UnknownCaller;
import dev.sluice.local.base.json.Json;
import dev.sluice.local.iam.request.Principal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.content.ByteBufferContentSource;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/** Judges every request before DynamoDB Local sees it, which asks nobody who they are. */
final class DynamoDbGate extends Handler.Wrapper {
  private static final String TARGET = "x-amz-target";
  private static final int BAD_REQUEST = 400;

  private final Gatekeeper gate;
  private final DynamoDbAccess access = new DynamoDbAccess();

  DynamoDbGate(Gatekeeper gate, Handler tables) {
    super(tables);
    this.gate = gate;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    String target = request.getHeaders().get(TARGET);
    if (target == null) {
      // No operation: DynamoDB Local says so itself.
      return super.handle(request, response, callback);
    }
    byte[] body = BufferUtil.toArray(Content.Source.asByteBuffer(request));
    try {
      Optional<Signature> signature = Signature.of(request.getHeaders()::get, none -> null);
      Principal caller = gate.caller(signature);
      String operation = target.substring(target.lastIndexOf('.') + 1);
      gate.require(caller, access.of(operation, input(body)));
    } catch (UnknownCaller e) {
      String code =
          e.isUnsigned() ? "MissingAuthenticationTokenException" : "UnrecognizedClientException";
      refuse(response, callback, "com.amazon.coral.service#" + code, e.getMessage());
      return true;
    } catch (AccessDenied e) {
      String code = "com.amazon.coral.service#AccessDeniedException";
      refuse(response, callback, code, e.getMessage());
      return true;
    }
    return super.handle(new Repeated(request, body), response, callback);
  }

  /** What is no JSON is refused by DynamoDB Local in DynamoDB's words. */
  private static ObjectNode input(byte[] body) {
    try {
      return Json.parse(body) instanceof ObjectNode object ? object : Json.object();
    } catch (IOException e) {
      return Json.object();
    }
  }

  private static void refuse(Response response, Callback callback, String code, String message) {
    ObjectNode error = Json.object().put("__type", code).put("Message", message);
    response.setStatus(BAD_REQUEST);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/x-amz-json-1.0");
    response.getHeaders().put("x-amzn-ErrorType", code);
    ByteBuffer bytes = ByteBuffer.wrap(Json.text(error).getBytes(StandardCharsets.UTF_8));
    response.write(true, bytes, callback);
  }

  /** A request whose body was read already. */
  private static final class Repeated extends Request.Wrapper {
    private final Content.Source body;

    Repeated(Request request, byte[] body) {
      super(request);
      this.body = new ByteBufferContentSource(ByteBuffer.wrap(body));
    }

    @Override
    public long getLength() {
      return body.getLength();
    }

    @Override
    public Content.Chunk read() {
      return body.read();
    }

    @Override
    public void demand(Runnable demand) {
      body.demand(demand);
    }

    @Override
    public void fail(Throwable failure) {
      body.fail(failure);
    }
  }
}
