package dev.sluice.local.aws.services.lambda.url;

import dev.sluice.local.aws.template.Deployed;
import dev.sluice.local.aws.template.Resource;
import dev.sluice.local.aws.template.ResourceHandler;
import dev.sluice.local.base.net.StablePort;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * Deploys {@code AWS::Lambda::Url}: each on a port of 127.0.0.1, the same at every start as far as
 * it is free. What AWS would check or answer by itself and this does not is refused.
 */
public final class FunctionUrls implements ResourceHandler, AutoCloseable {
  private static final int MAX_NAME = 64;

  private final UrlFunctions functions;
  private final Path ports;
  private final Clock clock;
  private final List<UrlServer> servers = new ArrayList<>();

  /**
   * No URL yet.
   *
   * @param ports directory that remembers them
   */
  public FunctionUrls(UrlFunctions functions, Path ports, Clock clock) {
    this.functions = functions;
    this.ports = ports;
    this.clock = clock;
  }

  @Override
  public String type() {
    return "AWS::Lambda::Url";
  }

  @Override
  public Deployed deploy(Resource resource) throws IOException {
    refuseWhatIsNotServed(resource);
    String arn = functions.arn(resource.required("TargetFunctionArn"));
    String name = resource.physicalName("", MAX_NAME);
    int port = new StablePort(ports.resolve(name + ".port")).choose();
    UrlServer server =
        new UrlServer(port, event -> functions.invoke(arn, event), new UrlEvents(name, clock));
    servers.add(server);
    return Deployed.ref(arn).with("FunctionArn", arn).with("FunctionUrl", server.url());
  }

  private static void refuseWhatIsNotServed(Resource resource) {
    String auth = resource.required("AuthType");
    if (auth.equals("AWS_IAM")) {
      throw new IllegalArgumentException(
          "AuthType is AWS_IAM, whose signatures are not checked locally; use NONE for a URL that"
              + " the laptop serves");
    }
    if (!auth.equals("NONE")) {
      throw new IllegalArgumentException("AuthType is " + auth + "; expected NONE or AWS_IAM");
    }
    String mode = resource.text("InvokeMode", "BUFFERED");
    if (!mode.equals("BUFFERED")) {
      throw new IllegalArgumentException(
          "InvokeMode is " + mode + ", which does not run locally; BUFFERED does");
    }
    if (resource.properties().hasNonNull("Cors")) {
      throw new IllegalArgumentException(
          "Cors is not answered locally; leave it out of the local synthesis");
    }
  }

  @Override
  public void close() {
    servers.forEach(UrlServer::close);
  }
}
