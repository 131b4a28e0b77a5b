package dev.sluice.construct;

import dev.sluice.config.Assets;
import dev.sluice.config.Settings;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.sns.ITopic;
import software.constructs.Construct;

/**
 * What the constructs of one stack share: their scope, names, settings, assets and stores, and
 * things of which one is enough for all.
 */
public class Platform {
  private final Construct scope;
  private final String part;
  private final Settings settings;
  private final Assets assets;
  private final DataStores stores;
  private final ITopic alerts;
  private final Map<String, Object> shared;

  /**
   * A platform.
   *
   * @param part the part of the deployment that it is for, a pipeline's name for example
   * @param alerts mails for people about this part
   */
  public Platform(
      Construct scope,
      String part,
      Settings settings,
      Assets assets,
      DataStores stores,
      ITopic alerts) {
    this.scope = scope;
    this.part = part;
    this.settings = settings;
    this.assets = assets;
    this.stores = stores;
    this.alerts = alerts;
    this.shared = new LinkedHashMap<>();
  }

  /** The same platform, and what is shared on it. */
  protected Platform(Platform same) {
    scope = same.scope;
    part = same.part;
    settings = same.settings;
    assets = same.assets;
    stores = same.stores;
    alerts = same.alerts;
    shared = same.shared;
  }

  /** The stack or construct in which resources are put. */
  public final Construct scope() {
    return scope;
  }

  /** The part of the deployment that it is for: a pipeline's name. */
  public final String part() {
    return part;
  }

  /** The physical name of something of this part, for example {@code sluice-orders-guard}. */
  public final String physicalName(String name) {
    return machineName() + "-" + name;
  }

  /** What cdk.json says. */
  public final Settings settings() {
    return settings;
  }

  /** What the build made. */
  public final Assets assets() {
    return assets;
  }

  /** Buckets, tables and key. */
  public final DataStores stores() {
    return stores;
  }

  /** The topic of mails about this part. */
  public final ITopic alerts() {
    return alerts;
  }

  /** The permissions on those, named by intent. */
  public final Grants grants() {
    return new Grants(stores.key());
  }

  /** The physical name of the state machine. */
  public final String machineName() {
    return settings.deployment().named(part);
  }

  /** The machine's ARN, built from its name, since its functions are made before it. */
  public final String machineArn() {
    return machineArn(part);
  }

  /** The ARN of the machine of some pipeline of this deployment. */
  public final String machineArn(String pipeline) {
    return arn("states", "stateMachine:" + settings.deployment().named(pipeline));
  }

  /** ARN of executions of the machine; the suffix follows the machine's name. */
  public final String executionArn(String suffix) {
    return arn("states", "execution:" + machineName() + suffix);
  }

  /** ARN of any map run of the machine. */
  public final String mapRunArn() {
    return arn("states", "mapRun:" + machineName() + "/*");
  }

  /** An ARN in this stack's region and account. */
  public final String arn(String service, String resource) {
    Stack stack = Stack.of(scope);
    return "arn:%s:%s:%s:%s:%s"
        .formatted(stack.getPartition(), service, stack.getRegion(), stack.getAccount(), resource);
  }

  /** Something that several steps share: made by the first that asks. */
  public final <T> T shared(String id, Class<T> type, Supplier<T> maker) {
    Object found = shared.get(id);
    if (found == null) {
      found = maker.get();
      shared.put(id, found);
    }
    return type.cast(found);
  }

  /**
   * The function of that description: made by the first step that asks for it. What it may do is
   * what any of them needs.
   *
   * @throws IllegalArgumentException if steps describe it differently in anything else
   */
  public final Handler handler(HandlerSpec spec) {
    Handler handler =
        shared(
            "handler " + spec.name(),
            Handler.class,
            () -> new Handler(scope, physicalName(spec.name()), settings, assets, spec));
    handler.join(spec);
    return handler;
  }
}
