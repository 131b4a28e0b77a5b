package dev.sluice.lambda.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.core.audit.FileState;
import dev.sluice.lambda.audit.AuditRecord;
import dev.sluice.lambda.file.Landing.Moment;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every order of events on one key, against a model: whatever three things people do to it (upload
 * a good file, upload a bad one, delete), with the events delivered at any time after, in any
 * order, one of them twice, and validations at any moment, also in the midst of anything else. A
 * failing order is printed step by step.
 */
class AnyOrderTest {
  private static final int ACTIONS = 3;

  /** One step of an order. */
  private sealed interface Step {
    record Upload(boolean good) implements Step {}

    record Delete() implements Step {}

    record Deliver(int upload) implements Step {}

    /** A validation, with another step in its midst; null for none. */
    record Validate(Moment moment, Step meanwhile) implements Step {}
  }

  static List<List<Step>> whatPeopleDo() {
    List<Step> kinds = List.of(new Step.Upload(true), new Step.Upload(false), new Step.Delete());
    List<List<Step>> all = List.of(List.of());
    for (int i = 0; i < ACTIONS; i++) {
      List<List<Step>> longer = new ArrayList<>();
      for (List<Step> begun : all) {
        kinds.forEach(kind -> longer.add(with(begun, kind)));
      }
      all = longer;
    }
    return all;
  }

  @ParameterizedTest
  @MethodSource("whatPeopleDo")
  void shouldEndAsTheModelWhenTwoValidationsComeAnywhere(List<Step> actions) {
    int[] orders = {0};
    new Orders(
            actions, 2, List.of(Moment.LISTED, Moment.BEFORE_COPY), 0, order -> play(order, orders))
        .from(List.of());
    assertThat(orders[0]).isPositive();
  }

  static List<List<Step>> whatPeopleDoWithUploads() {
    return whatPeopleDo().stream()
        .filter(actions -> actions.stream().anyMatch(AnyOrderTest::uploads))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("whatPeopleDoWithUploads")
  void shouldEndAsTheModelWhenAnEventComesTwice(List<Step> actions) {
    int[] orders = {0};
    new Orders(actions, 1, List.of(Moment.values()), 1, order -> play(order, orders))
        .from(List.of());
    assertThat(orders[0]).isPositive();
  }

  private static void play(List<Step> order, int[] count) {
    count[0]++;
    Landing landing = new Landing();
    FileModel model = new FileModel();
    try {
      for (Step step : order) {
        act(landing, model, step);
        check(landing, model);
      }
      act(landing, model, new Step.Validate(Moment.LISTED, null));
      landing.ingest();
      model.ingest();
      check(landing, model);
      checkEnd(landing, model, order);
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError("after " + order, e);
    }
  }

  private static void act(Landing landing, FileModel model, Step step) {
    if (step instanceof Step.Upload upload) {
      landing.upload(upload.good());
      model.upload(upload.good());
    } else if (step instanceof Step.Delete) {
      landing.delete();
      model.delete();
    } else if (step instanceof Step.Deliver deliver) {
      landing.deliver(deliver.upload());
      model.deliver(deliver.upload());
    } else if (step instanceof Step.Validate validate) {
      landing.validate(validate.moment(), () -> alone(landing, null, validate.meanwhile()));
      model.validate(validate.moment(), () -> alone(null, model, validate.meanwhile()));
    }
  }

  private static void alone(Landing landing, FileModel model, Step step) {
    if (step instanceof Step.Upload upload) {
      run(landing, l -> l.upload(upload.good()), model, m -> m.upload(upload.good()));
    } else if (step instanceof Step.Delete) {
      run(landing, Landing::delete, model, FileModel::delete);
    } else if (step instanceof Step.Deliver deliver) {
      run(landing, l -> l.deliver(deliver.upload()), model, m -> m.deliver(deliver.upload()));
    }
  }

  private static void run(
      Landing landing, Consumer<Landing> real, FileModel model, Consumer<FileModel> modelled) {
    if (landing != null) {
      real.accept(landing);
    } else {
      modelled.accept(model);
    }
  }

  /** What holds at any time. */
  private static void check(Landing landing, FileModel model) {
    same("state", landing.record().map(AuditRecord::state).orElse(null), model.state);
    if (model.registered != FileModel.NONE) {
      AuditRecord record = landing.record().orElseThrow();
      same("file", record.file(), landing.uploads.get(model.registered).file());
      same("version that is read", record.rawVersion(), versionOf(landing, model.raw));
    }
    same("rows that are read", landing.raw().orElse(""), contentOf(model, model.raw));
    if (model.newest() != FileModel.NONE) {
      String newest = contentOf(model, model.newest());
      same("newest upload is somewhere", everywhere(landing).contains(newest), true);
    }
  }

  /** Cheaper than an assertion's object, of which there would be millions. */
  private static void same(String what, Object found, Object expected) {
    if (!Objects.equals(found, expected)) {
      throw new AssertionError(what + " is " + found + ", expected " + expected);
    }
  }

  /** What holds when all events were delivered and nothing is left to validate. */
  private static void checkEnd(Landing landing, FileModel model, List<Step> order) {
    assertThat(landing.shown()).as("what landing shows").isEmpty();
    Step last = order.stream().map(AnyOrderTest::action).reduce(null, (a, b) -> b == null ? a : b);
    if (last instanceof Step.Upload upload) {
      FileState end = upload.good() ? FileState.INGESTED : FileState.INVALID;
      assertThat(landing.record().orElseThrow().state()).isEqualTo(end);
      assertThat(upload.good() ? landing.raw() : landing.failed())
          .contains(contentOf(model, model.newest()));
    }
    if (model.raw != FileModel.NONE) {
      assertThat(model.isGood(model.raw)).as("what is read was found good").isTrue();
    }
  }

  private static Step action(Step step) {
    if (step instanceof Step.Validate validate) {
      return validate.meanwhile() == null ? null : action(validate.meanwhile());
    }
    return step instanceof Step.Deliver ? null : step;
  }

  private static List<String> everywhere(Landing landing) {
    List<String> all = new ArrayList<>();
    landing.store.versions("landing", Landing.KEY).forEach(bytes -> all.add(new String(bytes)));
    landing.raw().ifPresent(all::add);
    landing.failed().ifPresent(all::add);
    return all;
  }

  private static String versionOf(Landing landing, int upload) {
    return upload == FileModel.NONE ? "" : landing.uploads.get(upload).file().versionId();
  }

  private static String contentOf(FileModel model, int upload) {
    return upload == FileModel.NONE ? "" : Landing.content(upload, model.isGood(upload));
  }

  private static List<Step> with(List<Step> steps, Step step) {
    List<Step> longer = new ArrayList<>(steps);
    longer.add(step);
    return longer;
  }

  /** Every order in which these actions, their deliveries and validations may come. */
  private record Orders(
      List<Step> actions,
      int validations,
      List<Moment> moments,
      int repetitions,
      Consumer<List<Step>> each) {

    void from(List<Step> begun) {
      from(begun, 0, 0, validations, repetitions);
    }

    private void from(List<Step> begun, int acted, int delivered, int validate, int repeat) {
      int uploads = (int) actions.subList(0, acted).stream().filter(AnyOrderTest::uploads).count();
      boolean allDelivered = Integer.bitCount(delivered) == uploads;
      if (acted == actions.size() && allDelivered && repeat == 0) {
        each.accept(begun);
      }
      if (acted < actions.size()) {
        choose(begun, actions.get(acted), validate)
            .forEach(c -> from(c.steps(), acted + 1, delivered, c.left(), repeat));
      }
      for (int upload = 0; upload < uploads; upload++) {
        boolean again = (delivered & 1 << upload) != 0;
        if (!again || repeat > 0) {
          int now = delivered | 1 << upload;
          choose(begun, new Step.Deliver(upload), validate)
              .forEach(c -> from(c.steps(), acted, now, c.left(), again ? repeat - 1 : repeat));
        }
      }
    }

    /** The step by itself, after a validation, or in the midst of one. */
    private List<Choice> choose(List<Step> begun, Step step, int validate) {
      List<Choice> choices = new ArrayList<>();
      choices.add(new Choice(with(begun, step), validate));
      if (validate > 0) {
        Step before = new Step.Validate(Moment.LISTED, null);
        choices.add(new Choice(with(with(begun, before), step), validate - 1));
        for (Moment moment : moments) {
          choices.add(new Choice(with(begun, new Step.Validate(moment, step)), validate - 1));
        }
      }
      return choices;
    }

    private record Choice(List<Step> steps, int left) {}
  }

  private static boolean uploads(Step step) {
    return step instanceof Step.Upload;
  }
}
