package dev.sluice.glue.sql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.catalyst.analysis.UnresolvedRelation;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.SubqueryAlias;
import org.apache.spark.sql.catalyst.plans.logical.UnresolvedWith;
import org.apache.spark.sql.catalyst.trees.TreeNode;
import scala.jdk.javaapi.CollectionConverters;

/**
 * What a parsed statement reads: tables by name, files by format and path. Names are in lower case.
 */
public final class Relations {
  /**
   * Files that a statement names directly.
   *
   * @param format such as parquet
   * @param location as written
   */
  public record Files(String format, String location) {}

  private final Map<String, Boolean> names = new LinkedHashMap<>();
  private final List<Files> files = new ArrayList<>();

  private Relations() {}

  /** Collects from a plan that the parser made and nobody has analyzed. */
  public static Relations of(LogicalPlan plan) {
    Relations relations = new Relations();
    relations.visit(plan, List.of());
    return relations;
  }

  /** Names without those that the statement itself defines in a WITH clause. */
  public List<String> names() {
    return List.copyOf(names.keySet());
  }

  /** Files, such as in {@code parquet.`s3://bucket/prefix/`}. */
  public List<Files> files() {
    return List.copyOf(files);
  }

  private void visit(LogicalPlan plan, List<String> defined) {
    if (plan instanceof UnresolvedRelation relation) {
      add(CollectionConverters.asJava(relation.multipartIdentifier()), defined);
    } else if (plan instanceof UnresolvedWith with) {
      visitWith(with, defined);
      return;
    }
    CollectionConverters.asJava(plan.children()).forEach(child -> visit(child, defined));
    for (TreeNode<?> inner : CollectionConverters.asJava(plan.innerChildren())) {
      if (inner instanceof LogicalPlan innerPlan) {
        visit(innerPlan, defined);
      }
    }
    CollectionConverters.asJava(plan.subqueries()).forEach(query -> visit(query, defined));
  }

  /** Each query of a WITH clause sees those before it; the statement sees all of them. */
  private void visitWith(UnresolvedWith with, List<String> outer) {
    List<String> defined = new ArrayList<>(outer);
    CollectionConverters.asJava(with.cteRelations())
        .forEach(
            relation -> {
              SubqueryAlias query = relation._2();
              if (with.allowRecursion()) {
                defined.add(lower(relation._1()));
              }
              visit(query, defined);
              defined.add(lower(relation._1()));
            });
    visit(with.child(), defined);
  }

  private void add(List<String> parts, List<String> defined) {
    if (parts.size() == 1) {
      String name = lower(parts.get(0));
      if (!defined.contains(name)) {
        names.put(name, true);
      }
    } else if (parts.size() == 2 && parts.get(1).contains("/")) {
      files.add(new Files(lower(parts.get(0)), parts.get(1)));
    } else {
      names.put(lower(String.join(".", parts)), true);
    }
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
