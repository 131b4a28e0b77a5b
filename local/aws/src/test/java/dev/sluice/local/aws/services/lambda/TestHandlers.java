package dev.sluice.local.aws.services.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Functions that behave well and badly; they run in child JVMs. */
public final class TestHandlers {
  private TestHandlers() {}

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Answers with its event. */
  public static final class Echo implements RequestStreamHandler {
    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context)
        throws IOException {
      in.transferTo(out);
    }
  }

  /** Tells what it sees of itself, and which invocation of its JVM this is. */
  public static final class Introspect implements RequestStreamHandler {
    private int invocations;

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context)
        throws IOException {
      StringBuilder json = new StringBuilder("{\"environment\":{");
      Map<String, String> variables = new TreeMap<>(System.getenv());
      String separator = "";
      for (Map.Entry<String, String> e : variables.entrySet()) {
        json.append(separator).append('"').append(e.getKey()).append("\":\"");
        json.append(e.getValue()).append('"');
        separator = ",";
      }
      json.append("},\"pid\":").append(ProcessHandle.current().pid());
      json.append(",\"invocation\":").append(++invocations);
      json.append(",\"maxHeap\":").append(Runtime.getRuntime().maxMemory());
      json.append(",\"remaining\":").append(context.getRemainingTimeInMillis());
      json.append(",\"memory\":").append(context.getMemoryLimitInMB());
      json.append(",\"requestId\":\"").append(context.getAwsRequestId());
      json.append("\",\"arn\":\"").append(context.getInvokedFunctionArn());
      json.append("\",\"name\":\"").append(context.getFunctionName()).append("\"}");
      context.getLogger().log("seen by the handler");
      write(out, json.toString());
    }
  }

  /** Throws what the domain might throw. */
  public static final class Throwing implements RequestStreamHandler {
    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) {
      throw new IllegalStateException("row 7 says \"no\"", new IOException("disk\tfull"));
    }
  }

  /** Sleeps for the number of milliseconds that is its event. */
  public static final class Sleepy implements RequestStreamHandler {
    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context)
        throws IOException {
      try {
        Thread.sleep(Long.parseLong(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      write(out, Long.toString(ProcessHandle.current().pid()));
    }
  }

  /** Fills the heap. */
  public static final class Greedy implements RequestStreamHandler {
    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context)
        throws IOException {
      List<byte[]> all = new ArrayList<>();
      while (true) {
        all.add(new byte[4 * 1024 * 1024]);
      }
    }
  }

  /** Ends its JVM with the status that is its event. */
  public static final class Exiting implements RequestStreamHandler {
    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context)
        throws IOException {
      System.exit(Integer.parseInt(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    }
  }

  /** Answers with as many bytes of JSON string as its event says. */
  public static final class Verbose implements RequestStreamHandler {
    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context)
        throws IOException {
      int length = Integer.parseInt(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      write(out, '"' + "x".repeat(length - 2) + '"');
    }
  }

  /** Cannot be constructed. */
  public static final class Unconstructible implements RequestStreamHandler {
    public Unconstructible() {
      throw new IllegalArgumentException("AUDIT_TABLE is not set");
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) {}
  }

  /** Not of the kind that the local runtime runs. */
  public static final class NoStream implements RequestHandler<String, String> {
    @Override
    public String handleRequest(String event, Context context) {
      return event;
    }
  }
}
