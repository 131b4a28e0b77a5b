package dev.sluice.local.aws.spi;

import dev.sluice.local.asl.integration.TaskIntegration;
import dev.sluice.local.aws.endpoint.JsonService;
import dev.sluice.local.aws.endpoint.QueryService;
import dev.sluice.local.aws.endpoint.Route;
import dev.sluice.local.aws.template.ResourceHandler;
import java.util.List;

/**
 * One emulated AWS service: what it adds to the endpoint, to the template deployer and to the
 * states language engine.
 *
 * <p>The lists are asked for once, before {@link #start()}. Services start side by side, each on a
 * thread of its own, and are closed in reverse order of registration.
 */
public interface LocalService extends AutoCloseable {
  /** Short name for log lines, e.g. {@code glue}. */
  String name();

  /** Operations spoken with X-Amz-Target. */
  default List<JsonService> jsonServices() {
    return List.of();
  }

  /** Operations spoken as forms with an Action, answered in XML. */
  default List<QueryService> queryServices() {
    return List.of();
  }

  /** Operations spoken as REST. */
  default List<Route> routes() {
    return List.of();
  }

  /** The resource types of a template that this service runs. */
  default List<ResourceHandler> resourceHandlers() {
    return List.of();
  }

  /** The Tasks of a state machine that this service runs. */
  default List<TaskIntegration> integrations() {
    return List.of();
  }

  /**
   * Makes the service ready to be deployed to. Called before any resource handler.
   *
   * @throws Exception with a message that says what to do, when the service cannot start
   */
  default void start() throws Exception {}

  /**
   * Called once the whole assembly is deployed, e.g. to start timers.
   *
   * @throws Exception with a message that says what to do
   */
  default void deployed() throws Exception {}

  /** Ends everything that the service started, child processes included, within two seconds. */
  @Override
  default void close() {}
}
