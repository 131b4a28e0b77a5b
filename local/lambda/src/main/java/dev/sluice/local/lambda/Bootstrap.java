package dev.sluice.local.lambda;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Runs one Lambda function in this JVM: constructs the handler named by {@code _HANDLER}, then
 * serves invocations from the Runtime API at {@code AWS_LAMBDA_RUNTIME_API} one after the other.
 *
 * <p>It stands in for AWS's own runtime client, whose native library exists for Linux only, and
 * knows stream handlers only. The JVM ends when standard input does, so that no function outlives
 * the process that started it; and after an error that leaves the JVM unfit, as on AWS.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html">Runtime API</a>
 */
public final class Bootstrap {
  private final RuntimeApi api;

  private Bootstrap(RuntimeApi api) {
    this.api = api;
  }

  /** Serves until standard input ends, the Runtime API is gone, or an error is fatal. */
  public static void main(String[] args) {
    ParentWatch.start(System.in);
    // One write a line, whatever its length up to the buffer: several JVMs share a function's log.
    System.setOut(output(FileDescriptor.out));
    System.setErr(output(FileDescriptor.err));
    String address = System.getenv("AWS_LAMBDA_RUNTIME_API");
    if (address == null) {
      System.err.println("AWS_LAMBDA_RUNTIME_API is not set: start functions through sluice.");
      System.exit(2);
    }
    try (RuntimeApi api = new RuntimeApi(address)) {
      System.exit(new Bootstrap(api).serve());
    } catch (IOException gone) {
      System.err.println("The Runtime API at " + address + " is gone: " + gone.getMessage());
      System.exit(3);
    }
  }

  private int serve() throws IOException {
    RequestStreamHandler handler;
    try {
      handler = HandlerLoader.load(System.getenv("_HANDLER"));
    } catch (Throwable e) {
      api.initError(ErrorReport.of(e));
      return 1;
    }
    while (true) {
      Throwable failure = invoke(handler, api.next());
      if (failure instanceof VirtualMachineError && !(failure instanceof StackOverflowError)) {
        return 1;
      }
    }
  }

  private Throwable invoke(RequestStreamHandler handler, Invocation invocation) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ByteArrayInputStream in = new ByteArrayInputStream(invocation.payload());
      handler.handleRequest(in, out, new InvocationContext(invocation));
    } catch (Throwable e) {
      flush();
      // What the handler had written may be what fills the heap.
      out = null;
      api.error(invocation.requestId(), ErrorReport.of(e));
      return e;
    }
    flush();
    api.response(invocation.requestId(), out.toByteArray());
    return null;
  }

  private static void flush() {
    System.out.flush();
    System.err.flush();
  }

  private static PrintStream output(FileDescriptor descriptor) {
    return new PrintStream(
        new BufferedOutputStream(new FileOutputStream(descriptor), 16 * 1024),
        true,
        StandardCharsets.UTF_8);
  }
}
