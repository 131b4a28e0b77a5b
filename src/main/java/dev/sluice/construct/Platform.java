package dev.sluice.construct;

import dev.sluice.config.Assets;
import dev.sluice.config.Settings;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awscdk.Stack;
import software.constructs.Construct;

/**
 * What the constructs of one pipeline share: their scope, names, settings, assets and stores, and
 * things of which one is enough for all.
 */
public class Platform {
  private final Construct scope;
  private final String pipeline;
  private final Settings settings;
  private final Assets assets;
  private final DataStores stores;
  private final Map<String, Object> shared = new LinkedHashMap<>();

  /** The platform of the pipeline of that name. */
  public Platform(
      Construct scope, String pipeline, Settings settings, Assets assets, DataStores stores) {
    this.scope = scope;
    this.pipeline = pipeline;
    this.settings = settings;
    this.assets = assets;
    this.stores = stores;
  }

  /** The stack or construct in which steps put their resources. */
  public final Construct scope() {
    return scope;
  }

  /** The pipeline's name. */
  public final String pipeline() {
    return pipeline;
  }

  /** The physical name of something of this pipeline, for example {@code sluice-orders-guard}. */
  public final String physicalName(String part) {
    return settings.name() + "-" + pipeline + "-" + part;
  }

  /** What cdk.json says. */
  public final Settings settings() {
    return settings;
  }

  /** What the build made. */
  public final Assets assets() {
    return assets;
  }

  /** Buckets, tables, topic and key. */
  public final DataStores stores() {
    return stores;
  }

  /** The permissions on those, named by intent. */
  public final Grants grants() {
    return new Grants(stores);
  }

  /** The physical name of the state machine. */
  public final String machineName() {
    return settings.name() + "-" + pipeline;
  }

  /** The machine's ARN, built from its name, since its functions are made before it. */
  public final String machineArn() {
    return arn("states", "stateMachine:" + machineName());
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

  /** The function of that description: made by the first step that asks for it. */
  public final Handler handler(HandlerSpec spec) {
    Handler handler =
        shared(
            "handler " + spec.name(),
            Handler.class,
            () -> new Handler(scope, physicalName(spec.name()), settings, assets, spec));
    if (!handler.spec().looksLike(spec)) {
      throw new IllegalArgumentException(
          "two steps describe the function " + spec.name() + " differently");
    }
    return handler;
  }
}
