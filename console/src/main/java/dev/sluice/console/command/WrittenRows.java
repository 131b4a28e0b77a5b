package dev.sluice.console.command;

import dev.sluice.console.aws.PipelineInfo;
import dev.sluice.core.lake.RunFiles;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The rows that an execution's jobs wrote, from the reports that they leave in the work bucket. */
final class WrittenRows {
  private final S3Client s3;
  private final PipelineInfo pipeline;

  WrittenRows(S3Client s3, PipelineInfo pipeline) {
    this.s3 = s3;
    this.pipeline = pipeline;
  }

  void print(PrintStream out, String execution) {
    String bucket = pipeline.stores().work();
    List<String> reports =
        s3
            .listObjectsV2Paginator(r -> r.bucket(bucket).prefix(RunFiles.of(execution)))
            .contents()
            .stream()
            .map(S3Object::key)
            .filter(key -> key.endsWith("/" + RunFiles.REPORT))
            .toList();
    String lake = "s3://" + pipeline.stores().lake() + "/";
    String title = "Written:";
    for (String key : reports) {
      JsonNode report =
          JsonNode.parser()
              .parse(s3.getObjectAsBytes(r -> r.bucket(bucket).key(key)).asUtf8String());
      for (JsonNode output : report.field("outputs").orElseThrow().asArray()) {
        String location = output.field("location").orElseThrow().asString();
        out.printf(
            Locale.ROOT,
            "%-8s %,9d rows  %s%n",
            title,
            Long.parseLong(output.field("rows").orElseThrow().asNumber()),
            location.startsWith(lake) ? location.substring(lake.length()) : location);
        title = "";
      }
    }
    if (title.isEmpty()) {
      out.println("         in " + lake);
    }
  }
}
