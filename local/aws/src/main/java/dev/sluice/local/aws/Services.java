package dev.sluice.local.aws;

import dev.sluice.local.aws.access.Permissions;
import dev.sluice.local.aws.endpoint.JsonService;
import dev.sluice.local.aws.endpoint.QueryService;
import dev.sluice.local.aws.endpoint.Route;
import dev.sluice.local.aws.services.dynamodb.DynamoDbService;
import dev.sluice.local.aws.services.events.Delivery;
import dev.sluice.local.aws.services.events.EventBus;
import dev.sluice.local.aws.services.events.EventsService;
import dev.sluice.local.aws.services.glue.GlueService;
import dev.sluice.local.aws.services.lambda.LambdaService;
import dev.sluice.local.aws.services.postgres.PostgresService;
import dev.sluice.local.aws.services.s3.S3Service;
import dev.sluice.local.aws.services.scheduler.SchedulerService;
import dev.sluice.local.aws.services.secrets.SecretsService;
import dev.sluice.local.aws.services.sns.SnsService;
import dev.sluice.local.aws.services.sqs.SqsService;
import dev.sluice.local.aws.services.ssm.SsmService;
import dev.sluice.local.aws.services.stepfunctions.StepFunctionsService;
import dev.sluice.local.aws.services.sts.StsService;
import dev.sluice.local.aws.spi.LocalContext;
import dev.sluice.local.aws.spi.LocalService;
import dev.sluice.local.aws.template.ResourceHandler;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;

/** All services of one runtime. Whoever adds a service adds it here. */
final class Services {
  private final S3Service s3;
  private final DynamoDbService dynamodb;
  private final PostgresService postgres;
  private final LambdaService lambda;
  private final SecretsService secrets;
  private final SsmService ssm;
  private final StepFunctionsService stepFunctions;
  private final EventBus bus;
  private final List<LocalService> all;

  Services(LocalContext context, Permissions permissions) throws IOException {
    Delivery delivery = new Delivery();
    bus = new EventBus(context.directory("events"), delivery, context.clock());
    s3 =
        new S3Service(
            context.directory("s3"), bus, permissions, permissions.encryption()::readBack);
    postgres = new PostgresService(context.directory("postgres"), context::progress);
    dynamodb = new DynamoDbService(context.directory("dynamodb"), permissions);
    lambda = new LambdaService(context);
    secrets = new SecretsService(context.directory("secrets"), postgres);
    ssm = new SsmService(context.directory("ssm"));
    SnsService sns = new SnsService(context);
    SqsService sqs = new SqsService(context.directory("sqs"), context);
    stepFunctions = new StepFunctionsService(context, bus);
    EventsService events = new EventsService(bus);
    delivery.sender(new Targets(permissions, lambda, stepFunctions, sqs, sns));
    all =
        List.of(
            s3,
            dynamodb,
            postgres,
            secrets,
            ssm,
            sns,
            sqs,
            new StsService(permissions),
            lambda,
            new GlueService(context),
            stepFunctions,
            events,
            new SchedulerService(delivery, bus, context.clock()));
  }

  List<LocalService> all() {
    return all;
  }

  <T> List<T> each(Function<LocalService, List<T>> part) {
    return all.stream().flatMap(service -> part.apply(service).stream()).toList();
  }

  List<JsonService> json() {
    return each(LocalService::jsonServices);
  }

  List<QueryService> query() {
    return each(LocalService::queryServices);
  }

  List<Route> routes() {
    return each(LocalService::routes);
  }

  List<ResourceHandler> handlers() {
    return each(LocalService::resourceHandlers);
  }

  S3Service s3() {
    return s3;
  }

  DynamoDbService dynamodb() {
    return dynamodb;
  }

  PostgresService postgres() {
    return postgres;
  }

  LambdaService lambda() {
    return lambda;
  }

  SecretsService secrets() {
    return secrets;
  }

  SsmService ssm() {
    return ssm;
  }

  StepFunctionsService stepFunctions() {
    return stepFunctions;
  }

  EventBus bus() {
    return bus;
  }
}
