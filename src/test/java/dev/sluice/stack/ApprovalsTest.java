package dev.sluice.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.fixture.Approved;
import dev.sluice.fixture.JsonTree;
import dev.sluice.fixture.MachineTexts;
import dev.sluice.fixture.PermissionTexts;
import dev.sluice.fixture.ReadmeDrawings;
import dev.sluice.fixture.Synthesis;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What people should look at when it changes: how steps are drawn and connected, what roles may do,
 * and single resources. One test, which names all that differs; one instance stands for each kind.
 */
public class ApprovalsTest {
  private static final List<List<String>> RESOURCES =
      List.of(
          List.of("orders", "AWS::Glue::Job", "ExportTableJob", "export-job"),
          List.of("orders", "AWS::Glue::Job", "JoinSalesMarketingJob", "sql-job"),
          List.of("orders", "AWS::Glue::Crawler", "ShopCrawler", "shop-crawler"),
          List.of("orders", "AWS::Glue::Crawler", "LakeCrawler", "lake-crawler"),
          List.of("orders", "AWS::Glue::Connection", "ShopConnection", "shop-connection"),
          List.of("orders", "AWS::Lambda::Function", "GuardFunction", "plain-function"),
          List.of("orders", "AWS::Lambda::Function", "ValidateFiles", "function-from-snapshot"),
          List.of("stations", "AWS::Lambda::Function", "LoadStations", "load-function"),
          List.of("stations-api", "AWS::Lambda::Url", "", "stations-api-url"),
          List.of("datasets", "AWS::Events::Rule", "FileEvents", "rule-landed"),
          List.of("orders", "AWS::Events::Rule", "FailureMails", "rule-failed"),
          List.of("orders", "AWS::Events::Rule", "InvalidFilesMails", "rule-ended"),
          List.of("datasets", "AWS::Lambda::EventInvokeConfig", "RegisterFile", "failed-files"),
          List.of("orders", "AWS::Lambda::EventInvokeConfig", "NotifyFailure", "failed-mails"));

  @Test
  void shouldLookAsApproved() {
    Approved approved = new Approved();
    MachineTexts.ofAllPipelines().forEach(approved::add);
    PermissionTexts.ofSteps().forEach(approved::add);
    PermissionTexts.ofRoles().forEach(approved::add);
    RESOURCES.forEach(
        resource -> approved.add("resources/" + resource.get(3) + ".json", text(resource)));
    ReadmeDrawings.drawn().forEach(approved::addFile);
    approved.check();
  }

  private static String text(List<String> resource) {
    JsonTree template = Synthesis.template(Synthesis.whole(), resource.get(0));
    List<JsonNode> found =
        template.resources(resource.get(1)).stream()
            .filter(candidate -> candidate.getKey().startsWith(resource.get(2)))
            .map(Map.Entry::getValue)
            .map(candidate -> candidate.path("Properties"))
            .toList();
    assertThat(found).as("%s", resource).hasSize(1);
    return found
        .get(0)
        .toPrettyString()
        .replaceAll("[0-9a-f]{64}", "<hash>")
        .replaceAll("(sluice-[a-z-]+:ExportsOutput\\w+?)[0-9A-F]{8}\"", "$1\"");
  }
}
