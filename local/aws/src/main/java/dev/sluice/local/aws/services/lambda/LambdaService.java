package dev.sluice.local.aws.services.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.local.asl.integration.TaskIntegration;
import dev.sluice.local.aws.access.AccessDenied;
import dev.sluice.local.aws.endpoint.Route;
import dev.sluice.local.aws.endpoint.ServiceError;
import dev.sluice.local.aws.services.lambda.url.FunctionUrls;
import dev.sluice.local.aws.services.lambda.url.UrlFunctions;
import dev.sluice.local.aws.spi.FunctionInvoker;
import dev.sluice.local.aws.spi.LocalContext;
import dev.sluice.local.aws.spi.LocalService;
import dev.sluice.local.aws.template.ResourceHandler;
import dev.sluice.local.base.file.OwnerOnly;
import dev.sluice.local.base.file.Trees;
import dev.sluice.local.base.thread.Threads;
import dev.sluice.local.iam.request.Principal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * AWS Lambda on this machine: functions in child JVMs behind the Runtime API. Thread-safe.
 *
 * <p>What a function sees is what AWS gives it: its own environment variables, memory limit of the
 * heap, timeout, request ids, a directory for temporary files, and JVMs that are kept warm, never
 * shared and never reused after a crash. Logs are in {@code logs/lambda/<function>.log}.
 */
public final class LambdaService implements LocalService, FunctionInvoker {
  private static final long ASYNC_RETRY_MILLIS = 1_000;

  private final LocalContext context;
  private final Client client;
  private final FunctionRights rights;
  private final Threads threads = new Threads("lambda");
  private final FunctionRegistry functions = new FunctionRegistry();
  private final AsyncInvoker async;
  private final CodeStore codes;
  private final FunctionUrls urls;
  private EnvironmentPool pool;

  /** What runs functions; asked for when the service starts. */
  interface Client {
    JvmCommand command(Path cache) throws IOException;
  }

  /** A service without functions; starts nothing yet. */
  public LambdaService(LocalContext context) {
    this(context, LambdaService::bootstrap);
  }

  LambdaService(LocalContext context, Client client) {
    this.context = context;
    this.client = client;
    this.rights = new FunctionRights(context.gate());
    this.codes = new CodeStore(cache().resolve("code"));
    this.urls =
        new FunctionUrls(
            urlFunctions(), context.directory("lambda").resolve("urls"), context.clock());
    this.async =
        new AsyncInvoker(
            functions,
            this::invoke,
            new FailureDestination(context::endpoint, context.gate(), context.clock()),
            threads,
            context.clock(),
            ASYNC_RETRY_MILLIS);
  }

  private static JvmCommand bootstrap(Path cache) throws IOException {
    Path jar = BootstrapJar.pack(BootstrapJar.findClasses(), cache.resolve("bootstrap.jar"));
    return new JvmCommand(List.of(jar), "dev.sluice.local.lambda.Bootstrap");
  }

  private Path cache() {
    return context.directory("cache").resolve("lambda");
  }

  private Path temp() {
    return cache().resolve("tmp");
  }

  @Override
  public String name() {
    return "lambda";
  }

  @Override
  public void start() throws IOException {
    Trees.delete(temp());
    JvmStarter starter =
        new JvmStarter(
            client.command(cache()),
            new ClassArchives(cache().resolve("archives")),
            temp(),
            rights,
            function ->
                context.childEnvironment(
                    context.gate().credentials(function.roleArn(), function.name())),
            context.clock());
    pool =
        new EnvironmentPool(
            starter,
            threads,
            EnvironmentPool.Limits.ofMachine(),
            new AccountConcurrency(context.quotas().lambdaConcurrency()));
  }

  @Override
  public List<ResourceHandler> resourceHandlers() {
    List<ResourceHandler> handlers = new ArrayList<>();
    handlers.add(new FunctionHandler(codes, rights, this::deploy));
    handlers.addAll(FunctionPartHandlers.of(functions));
    handlers.add(urls);
    return handlers;
  }

  @Override
  public List<TaskIntegration> integrations() {
    return List.of(
        new LambdaTask(
            context.gate(),
            new LambdaTask.Invoker() {
              @Override
              public CompletionStage<Outcome> invoke(String function, JsonNode event) {
                return LambdaService.this.invoke(function, Payloads.write(event));
              }

              @Override
              public void invokeAsync(String function, JsonNode event) {
                LambdaService.this.invokeAsync(function, Payloads.write(event));
              }
            }));
  }

  @Override
  public List<Route> routes() {
    return List.of(new InvokeRoute(this));
  }

  @Override
  public CompletionStage<Answer> invoke(String function, JsonNode event) {
    try {
      return invoke(function, Payloads.write(event))
          .thenApply(o -> new Answer(o.functionError(), Payloads.readable(o.payload())));
    } catch (ServiceError refused) {
      return CompletableFuture.failedFuture(refused);
    }
  }

  /**
   * Invokes as the EventBridge and {@code Event} invocation do: failures are retried, then go to
   * the function's dead-letter queue or failure destination.
   *
   * @return completes once the event is handled or passed on
   * @throws ServiceError where there is no such function or the event is too large
   */
  public CompletionStage<Void> invokeAsync(String function, byte[] event) {
    PayloadLimit.ASYNCHRONOUS.check(event);
    return async.invoke(function, event).thenApply(outcome -> null);
  }

  CompletableFuture<Outcome> invoke(String function, byte[] event) {
    PayloadLimit.SYNCHRONOUS.check(event);
    FunctionConfig config = functions.get(function);
    return pool.submit(config.name(), new PendingInvocation(event));
  }

  FunctionRegistry functions() {
    return functions;
  }

  void deploy(FunctionConfig function) {
    FunctionLimits.check(function);
    Path directory = context.logs().resolve("lambda");
    try {
      OwnerOnly.directories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make the directory of the functions' logs", e);
    }
    pool.configure(function, new FunctionLog(directory.resolve(function.name() + ".log")));
    functions.put(function);
  }

  private UrlFunctions urlFunctions() {
    return new UrlFunctions() {
      @Override
      public String arn(String function) {
        return functions.get(function).arn();
      }

      @Override
      public CompletionStage<Result> invoke(String function, byte[] event) {
        try {
          context.gate().require(Principal.anonymous(), LambdaAccess.url(function));
        } catch (AccessDenied e) {
          throw new ServiceError("AccessDeniedException", "Forbidden", 403);
        }
        return LambdaService.this
            .invoke(function, event)
            .thenApply(outcome -> new Result(outcome.failed(), outcome.payload()));
      }
    };
  }

  @Override
  public void close() {
    urls.close();
    if (pool != null) {
      pool.close();
    }
    threads.close();
    try {
      Trees.delete(temp());
    } catch (IOException e) {
      // Swept at the next start.
    }
  }
}
