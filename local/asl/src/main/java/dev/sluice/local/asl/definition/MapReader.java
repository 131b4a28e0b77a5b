package dev.sluice.local.asl.definition;

import dev.sluice.local.asl.jsonata.Template;
import java.util.Set;

/** Reads a Map state. */
final class MapReader {
  private static final long MANY = 1_000_000_000;
  private static final Set<String> READERS =
      Set.of("arn:aws:states:::s3:getObject", "arn:aws:states:::s3:listObjectsV2");

  private final DocumentReader document;

  MapReader(DocumentReader document) {
    this.document = document;
  }

  State read(String name, Fields fields, Exit exit, ErrorHandling errors) {
    Fields processor = fields.object("ItemProcessor");
    Block block = null;
    boolean isDistributed = false;
    boolean express = false;
    if (processor == null) {
      fields.problem("ItemProcessor", "is missing: give the states that each item runs through");
    } else {
      Fields config = processor.object("ProcessorConfig");
      if (config != null) {
        isDistributed = "DISTRIBUTED".equals(config.oneOf("Mode", "INLINE", "DISTRIBUTED"));
        String type = config.oneOf("ExecutionType", "STANDARD", "EXPRESS");
        express = "EXPRESS".equals(type);
        if (isDistributed && type == null) {
          config.problem(
              "ExecutionType", "is missing: a distributed map needs STANDARD or EXPRESS");
        }
        config.finish(Set.of());
      }
      block = document.block(processor, true);
      processor.finish(DocumentReader.JSON_PATH);
      if (express) {
        ExpressRules.check(processor, block);
      }
    }
    if (!isDistributed) {
      // AWS accepts them in an inline map too, where they tolerate nothing.
      fields.number("ToleratedFailureCount", 0, MANY);
      fields.number("ToleratedFailurePercentage", 0, 100);
    }
    return new MapState(
        name,
        exit,
        errors,
        block,
        fields.template("Items"),
        fields.template("ItemSelector"),
        fields.number("MaxConcurrency", 0, MANY),
        isDistributed ? distributed(name, fields, express) : null);
  }

  private static Distributed distributed(String name, Fields fields, boolean express) {
    String label = fields.text("Label", false);
    if (label == null) {
      label = name.replaceAll("[^A-Za-z0-9_-]", "_");
      label = label.substring(0, Math.min(40, label.length()));
    } else if (!label.matches("[^\\s*?<>{}\\[\\]:;,\\\\|^~$#%&`\"/\\p{Cntrl}]{1,40}")) {
      fields.problem(
          "Label", "must be up to 40 characters without space, brackets or any of :;,*?");
    }
    return new Distributed(
        express,
        label,
        reader(fields),
        batcher(fields),
        fields.number("ToleratedFailureCount", 0, MANY),
        fields.number("ToleratedFailurePercentage", 0, 100),
        writer(fields));
  }

  private static Distributed.Reader reader(Fields map) {
    Fields fields = map.object("ItemReader");
    if (fields == null) {
      return null;
    }
    String resource = fields.text("Resource", true);
    if (resource != null && !READERS.contains(resource)) {
      fields.problem("Resource", "must be one of " + READERS + ", found " + resource);
    }
    Template arguments = fields.template("Arguments");
    if (arguments == null) {
      fields.problem("Arguments", "is missing: give Bucket and Key or Prefix");
    }
    Template config = fields.template("ReaderConfig");
    if (resource != null && resource.endsWith("getObject") && config == null) {
      fields.problem("ReaderConfig", "is missing: give InputType CSV, JSON or JSONL");
    }
    fields.finish(DocumentReader.JSON_PATH);
    return new Distributed.Reader(resource == null ? "" : resource, config, arguments);
  }

  private static Distributed.Batcher batcher(Fields map) {
    Fields fields = map.object("ItemBatcher");
    if (fields == null) {
      return null;
    }
    Template items = fields.number("MaxItemsPerBatch", 1, MANY);
    Template bytes = fields.number("MaxInputBytesPerBatch", 1, 262_144);
    if (items == null && bytes == null) {
      fields.problem("MaxItemsPerBatch", "or MaxInputBytesPerBatch must be given");
    }
    Template input = fields.template("BatchInput");
    fields.finish(DocumentReader.JSON_PATH);
    return new Distributed.Batcher(items, bytes, input);
  }

  private static Distributed.Writer writer(Fields map) {
    Fields fields = map.object("ResultWriter");
    if (fields == null) {
      return null;
    }
    String resource = fields.text("Resource", false);
    if (resource != null && !resource.equals("arn:aws:states:::s3:putObject")) {
      fields.problem("Resource", "must be arn:aws:states:::s3:putObject, found " + resource);
    }
    Template arguments = fields.template("Arguments");
    if ((resource == null) != (arguments == null)) {
      fields.problem("Arguments", "and Resource belong together: give both or none");
    }
    String transformation = null;
    boolean lines = false;
    Fields config = fields.object("WriterConfig");
    if (config != null) {
      transformation = config.oneOf("Transformation", "NONE", "COMPACT", "FLATTEN");
      lines = "JSONL".equals(config.oneOf("OutputType", "JSON", "JSONL"));
      config.finish(Set.of());
    }
    if (config == null && arguments == null) {
      fields.problem("Resource", "or WriterConfig must be given: an empty ResultWriter is refused");
    }
    fields.finish(DocumentReader.JSON_PATH);
    return new Distributed.Writer(arguments, transformation, lines);
  }
}
