package dev.sluice.pipeline.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.json.Json;
import dev.sluice.pipeline.step.Guard;
import dev.sluice.pipeline.step.MarkIngested;
import dev.sluice.pipeline.step.RunSql;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Evaluates the plan's expressions as the first state does. */
class RunPlanTest {
  private static final Parameter CONCURRENCY = new Parameter("concurrency", 5, 1, 100);

  private final StepGraph graph =
      new StepGraph(
          new Sequence(
              List.of(
                  new Guard(),
                  new Parallel(
                      List.of(
                          new Sequence(List.of(RunSql.named("a"), RunSql.named("b"))),
                          RunSql.named("c"))),
                  RunSql.named("d"),
                  new MarkIngested())));
  private final RunPlan plan = new RunPlan(graph, List.of(CONCURRENCY));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {}                              | guard a b c d mark_ingested
          {"Comment": "from the console"} | guard a b c d mark_ingested
          {"only": ["b"]}                 | guard b
          {"only": ["c", "a"]}            | guard a c
          {"from": "b"}                   | guard b d mark_ingested
          {"from": "mark_ingested"}       | guard mark_ingested
          {"from": "guard"}               | guard a b c d mark_ingested
          {"skip": ["a", "guard"]}        | b c d mark_ingested
          {"steps": {"a": false}}         | guard b c d mark_ingested
          {"steps": {"a": true}}          | guard a b c d mark_ingested
          {"steps": {"guard": false}}     | a b c d mark_ingested
          {"steps": {}}                   | guard a b c d mark_ingested
          {"parameters": {}}              | guard a b c d mark_ingested
          {"a": true}                     | a
          {"a": false, "d": true}         | d
          {"guard": true, "b": true, "parameters": {"concurrency": 2}, "Comment": 1} | guard b
          """)
  void shouldPlanTheStepsThatTheInputAsksFor(String input, String steps) {
    assertThat(problems(input)).isEmpty();
    assertThat(planned(input)).isEqualTo(new TreeSet<>(Set.of(steps.split(" "))));
  }

  @Test
  void shouldPlanNothingWhereEverythingIsSkipped() {
    String input = "{\"skip\": [\"guard\", \"a\", \"b\", \"c\", \"d\", \"mark_ingested\"]}";

    assertThat(problems(input)).isEmpty();
    assertThat(planned(input)).isEmpty();
  }

  @Test
  void shouldTakeTheDefaultOfAParameterThatIsNotGiven() {
    assertThat(value(plan.values(), "{}")).isEqualTo(Map.of("concurrency", 5));
    assertThat(value(plan.values(), "{\"parameters\": {\"concurrency\": 2}}"))
        .isEqualTo(Map.of("concurrency", 2));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          []                                 | the input must be a JSON object, found array
          "only"                             | the input must be a JSON object, found string
          null                               | the input must be a JSON object, found null
          {"onyl": ["a"]}                    | unknown key "onyl"; valid keys: steps, only, from, skip, parameters, or names of steps
          {"only": ["a"], "from": "b"}       | more than one selector: only, from; give at most one of steps, only, from, skip or names of steps
          {"only": "a"}                      | only must be a list of step names, found string
          {"only": []}                       | only names no step
          {"only": ["x"]}                    | unknown step "x" in only
          {"only": [7]}                      | only must hold names of steps, found number 7
          {"skip": {"a": true}}              | skip must be a list of step names, found object
          {"skip": ["a", "y"]}               | unknown step "y" in skip
          {"skip": [["a"]]}                  | skip must hold names of steps, found array ["a"]
          {"from": ["a"]}                    | from must be the name of one step, found array
          {"from": null}                     | from must be the name of one step, found null
          {"from": "z"}                      | unknown step "z" in from
          {"steps": ["a"]}                   | steps must be an object of step names and true or false, found array
          {"steps": {"q": false}}            | unknown step "q" in steps
          {"steps": {"a": "no"}}             | steps.a must be true or false, found string no
          {"steps": {"a": null}}             | steps.a must be true or false, found null
          {"a": false, "b": false}           | no step is true; in the short form exactly the steps that are true run
          {"b": "true"}                      | b must be true or false, found string true
          {"b": null}                        | b must be true or false, found null
          {"b": true, "skip": ["a"]}         | more than one selector: skip, names of steps; give at most one of steps, only, from, skip or names of steps
          {"b": true, "c1": true}            | unknown key "c1"; valid keys: steps, only, from, skip, parameters, or names of steps
          {"parameters": [1]}                | parameters must be an object of names and values, found array
          {"parameters": {"speed": 1}}       | unknown parameter "speed"; valid parameters: concurrency
          {"parameters": {"concurrency": 0}} | parameter concurrency is 0; allowed: a whole number from 1 to 100
          {"parameters": {"concurrency": 101}} | parameter concurrency is 101; allowed: a whole number from 1 to 100
          {"parameters": {"concurrency": 1.5}} | parameter concurrency is 1.5; allowed: a whole number from 1 to 100
          {"parameters": {"concurrency": "2"}} | parameter concurrency must be a whole number, found string 2
          """)
  void shouldNameTheMistake(String input, String problem) {
    assertThat(problems(input)).containsExactly(problem);
    // The plan is evaluated in the same state: a mistake must not end in an error of JSONata.
    value(plan.plan(), input);
    value(plan.values(), input);
  }

  @Test
  void shouldNameAllMistakesAtOnce() {
    assertThat(
            problems(
                "{\"a\": 1, \"only\": [\"x\", \"y\"], \"skip\": [],"
                    + " \"parameters\": {\"p\": 1, \"concurrency\": null}}"))
        .containsExactly(
            "a must be true or false, found number 1",
            "more than one selector: only, skip, names of steps; give at most one of steps, only, from, skip or names of steps",
            "unknown step \"x\" in only",
            "unknown step \"y\" in only",
            "skip names no step",
            "unknown parameter \"p\"; valid parameters: concurrency",
            "parameter concurrency must be a whole number, found null");
  }

  @Test
  void shouldRefuseAParameterWhereThePipelineHasNone() {
    RunPlan without = new RunPlan(graph, List.of());

    assertThat(value(problemsOf(List.of()), "{\"parameters\": {\"p\": 1}}"))
        .isEqualTo(List.of("unknown parameter \"p\"; this pipeline has none"));
    assertThat(value(without.values(), "{}")).isEqualTo(Map.of());
  }

  @SuppressWarnings("unchecked")
  private List<String> problems(String input) {
    return (List<String>) value(problemsOf(List.of(CONCURRENCY)), input);
  }

  private String problemsOf(List<Parameter> parameters) {
    return new PlanProblems(graph, parameters).jsonata();
  }

  private Set<String> planned(String input) {
    Set<String> steps = new TreeSet<>();
    ((Map<?, ?>) value(plan.plan(), input))
        .forEach(
            (step, runs) -> {
              if ((Boolean) runs) {
                steps.add((String) step);
              }
            });
    return steps;
  }

  private static Object value(String expression, String input) {
    Map<String, Object> states = new LinkedHashMap<>();
    states.put("input", input.equals("null") ? Jsonata.NULL_VALUE : Json.parseJson(input));
    Jsonata jsonata = Jsonata.jsonata(expression);
    Jsonata.Frame frame = jsonata.createFrame();
    frame.bind("states", states);
    return jsonata.evaluate(null, frame);
  }
}
