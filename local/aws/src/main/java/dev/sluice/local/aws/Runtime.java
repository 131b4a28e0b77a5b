package dev.sluice.local.aws;

import dev.sluice.local.asl.run.Quotas;
import dev.sluice.local.aws.access.Encrypted;
import dev.sluice.local.aws.access.Ledger;
import dev.sluice.local.aws.access.Permissions;
import dev.sluice.local.aws.access.PolicyHandlers;
import dev.sluice.local.aws.disk.DiskWatch;
import dev.sluice.local.aws.disk.FullDisk;
import dev.sluice.local.aws.endpoint.Endpoint;
import dev.sluice.local.aws.endpoint.Route;
import dev.sluice.local.aws.services.custom.CustomResources;
import dev.sluice.local.aws.services.s3.AssetPublisher;
import dev.sluice.local.aws.spi.LocalService;
import dev.sluice.local.aws.template.Assembly;
import dev.sluice.local.aws.template.Deployer;
import dev.sluice.local.aws.template.DeploymentException;
import dev.sluice.local.aws.template.DeploymentState;
import dev.sluice.local.aws.template.ResourceHandler;
import dev.sluice.local.base.file.OwnerOnly;
import dev.sluice.local.base.lock.DirectoryInUse;
import dev.sluice.local.base.lock.DirectoryLock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The embedded AWS in one state directory: takes the lock, starts the services, deploys the
 * assembly and says in {@code endpoint.json} where it is.
 */
public final class Runtime implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Runtime.class);

  private final Options options;
  private final Consumer<String> progress;
  private final DiskWatch disk;
  private final DirectoryLock lock;
  private final Endpoint endpoint;
  private final EndpointFile endpointFile;
  private final Ledger ledger;
  private final Permissions permissions;
  private final RuntimeContext context;
  private final Services services;
  private final CustomResources customResources;
  private final AtomicBoolean closed = new AtomicBoolean();

  /**
   * Takes the state directory and the port.
   *
   * @throws BadInput if another process uses the state directory
   * @throws FullDisk if there is too little room
   * @throws IOException if the port is taken or the directory cannot be used
   */
  public Runtime(Options options, Consumer<String> progress) throws IOException {
    this.options = options;
    this.progress = progress;
    disk = new DiskWatch(options.state());
    lock = lock(options.state());
    endpointFile = new EndpointFile(options.state());
    endpointFile.remove();
    try {
      OwnerOnly.protectTree(options.state());
      endpoint = new Endpoint(options.port());
    } catch (IOException e) {
      lock.close();
      throw e;
    }
    ledger = new Ledger(OwnerOnly.directories(options.state()).resolve("permissions.json"));
    permissions = new Permissions(ledger);
    context =
        new RuntimeContext(
            options.state(), endpoint.url(), permissions, progress, () -> this.services());
    services = new Services(context, permissions);
    customResources = new CustomResources(context, endpoint.url());
  }

  private static DirectoryLock lock(Path state) {
    try {
      return DirectoryLock.take(state);
    } catch (DirectoryInUse e) {
      throw new BadInput(
          "state "
              + state
              + " is in use by process "
              + e.holder()
              + "; end that process (kill "
              + e.holder()
              + ") or use another --state");
    }
  }

  private Services services() {
    return services;
  }

  /**
   * Starts and deploys; returns when everything is ready.
   *
   * @throws StartFailure saying what failed and what to do
   */
  public void start() {
    try {
      Assembly assembly = Selection.of(options, deployments());
      context.quotas(DeployedQuotas.of(assembly));
      if (assembly.has("AWS::RDS::DBInstance")) {
        services.postgres().want();
      }
      List<Route> routes = new ArrayList<>(services.routes());
      routes.add(customResources.route());
      endpoint.serve(permissions, services.json(), services.query(), routes);
      new Starter(services.all()).start();
      Quotas quotas = context.quotas().rates() ? Quotas.AWS : options.quotas();
      services.stepFunctions().open(services.each(LocalService::integrations), quotas);
      deploy(assembly);
      for (LocalService service : services.all()) {
        service.deployed();
      }
      services.bus().deliver();
      endpointFile.write(context, services);
      progress.accept("ready at " + endpoint.url());
    } catch (DeploymentException | IllegalArgumentException e) {
      LOG.error("deployment failed", e);
      throw new StartFailure("deployment failed: " + e.getMessage(), e);
    } catch (Exception e) {
      LOG.error("start failed", e);
      Path log = options.state().resolve("logs").resolve("runtime.log");
      throw new StartFailure("start failed: " + e.getMessage() + " (details in " + log + ")", e);
    }
  }

  private void deploy(Assembly assembly) throws IOException {
    int published = new AssetPublisher(services.s3().client()).publish(assembly.assets());
    if (published > 0) {
      progress.accept(published + " assets published");
    }
    List<ResourceHandler> handlers = new ArrayList<>(services.handlers());
    handlers.add(customResources);
    handlers.addAll(new PolicyHandlers(permissions).all());
    handlers.replaceAll(handler -> new Encrypted(handler, permissions.encryption()));
    new Deployer(handlers, new StoredValues(services), deployments(), progress).deploy(assembly);
    ledger.retain(DeploymentState.refs(deployments(), "AWS::IAM::Role"));
  }

  private Path deployments() {
    return options.state().resolve("deployment.json");
  }

  /**
   * Watches the disk from now on.
   *
   * @param tell is given a sentence, once, when it is nearly full; the runtime has to be closed
   *     then
   */
  void watchDisk(Consumer<String> tell) throws IOException {
    disk.start(tell);
  }

  /** A sentence on what is full, where that is what keeps the runtime from going on. */
  Optional<String> fullDisk() {
    return disk.full();
  }

  /** True once it is being closed; what fails then need not be told. */
  boolean closed() {
    return closed.get();
  }

  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    endpointFile.remove();
    quietly(disk);
    endpoint.close();
    quietly(services.bus());
    quietly(ledger);
    List<LocalService> reverse = new ArrayList<>(services.all());
    java.util.Collections.reverse(reverse);
    reverse.forEach(Runtime::quietly);
    quietly(lock);
  }

  private static void quietly(AutoCloseable resource) {
    try {
      resource.close();
    } catch (Exception e) {
      LOG.warn("{} did not close", resource.getClass().getSimpleName(), e);
    }
  }
}
