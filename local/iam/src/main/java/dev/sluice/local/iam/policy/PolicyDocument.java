package dev.sluice.local.iam.policy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.local.iam.pattern.Template;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * What a policy says, wherever it is attached. Its patterns are made ready once. Immutable.
 *
 * @param statements in their order
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">Grammar</a>
 */
public record PolicyDocument(List<Statement> statements) {
  private static final Set<String> ELEMENTS = Set.of("Version", "Id", "Statement");
  private static final String WITH_VARIABLES = "2012-10-17";
  private static final String WITHOUT_VARIABLES = "2008-10-17";

  public PolicyDocument {
    statements = List.copyOf(statements);
  }

  /**
   * Reads a document without intrinsic functions of a template in it.
   *
   * @throws IllegalArgumentException naming all that is wrong or not known here, each with its
   *     place
   */
  public static PolicyDocument parse(JsonNode node) {
    Findings findings = new Findings();
    Values.checkNames(findings, "policy", node, ELEMENTS);
    Function<String, Template> templates = templates(findings, node.path("Version"));
    JsonNode statement = node.path("Statement");
    List<Statement> statements = new ArrayList<>();
    if (statement.isArray()) {
      for (int i = 0; i < statement.size(); i++) {
        String path = "Statement[" + i + "]";
        statements.add(new StatementReader(findings, path, statement.get(i), templates).read(i));
      }
    } else {
      statements.add(new StatementReader(findings, "Statement", statement, templates).read(0));
    }
    if (statements.isEmpty()) {
      findings.add("Statement", "found none, expected at least one");
    }
    checkSids(findings, statements);
    findings.check();
    return new PolicyDocument(statements);
  }

  /** Variables came with the later version; before, they are text as any other. */
  private static Function<String, Template> templates(Findings findings, JsonNode version) {
    String text = version.isMissingNode() ? WITHOUT_VARIABLES : version.asText();
    if (!text.equals(WITH_VARIABLES) && !text.equals(WITHOUT_VARIABLES)) {
      findings.add(
          "Version",
          "found '" + text + "', expected " + WITH_VARIABLES + " or " + WITHOUT_VARIABLES);
    }
    return text.equals(WITHOUT_VARIABLES) ? Template::withoutVariables : Template::of;
  }

  private static void checkSids(Findings findings, List<Statement> statements) {
    Set<String> seen = new HashSet<>();
    for (Statement statement : statements) {
      if (statement.sid() != null && !statement.sid().isEmpty() && !seen.add(statement.sid())) {
        findings.add(
            "Statement[" + statement.index() + "]/Sid",
            "found '" + statement.sid() + "' a second time, expected each once");
      }
    }
  }

  /** All but the given statement; those that stay keep their index. */
  public PolicyDocument without(Statement statement) {
    return new PolicyDocument(statements.stream().filter(other -> other != statement).toList());
  }
}
