package dev.sluice.local.asl.definition;

import dev.sluice.local.asl.jsonata.Template;
import java.util.Set;

/** Reads a Map state. */
final class MapReader {
  private static final long MANY = 1_000_000_000;

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
      fields.problem(
          "This object should have only one of the following fields: [ItemProcessor, Iterator]");
    } else {
      Fields config = processor.object("ProcessorConfig");
      if (config != null) {
        isDistributed = "DISTRIBUTED".equals(config.oneOf("Mode", "INLINE", "DISTRIBUTED"));
        String type = config.oneOf("ExecutionType", "STANDARD", "EXPRESS");
        express = "EXPRESS".equals(type);
        if (isDistributed && !config.has("ExecutionType")) {
          config.missing("ExecutionType");
        } else if (!isDistributed && config.has("ExecutionType")) {
          config.problem("Field 'ExecutionType' is not supported");
        }
        config.finish(Set.of());
      }
      block = document.block(processor);
      processor.finish(DocumentReader.JSON_PATH);
      if (express) {
        ExpressRules.check(processor, block);
      }
    }
    // An inline map tolerates nothing, and AWS accepts the fields all the same.
    Template count = fields.number("ToleratedFailureCount", 0, MANY);
    Template percentage = fields.number("ToleratedFailurePercentage", 0, 100);
    return new MapState(
        name,
        exit,
        errors,
        block,
        fields.template("Items"),
        fields.template("ItemSelector"),
        fields.number("MaxConcurrency", 0, MANY),
        isDistributed ? distributed(name, fields, express, count, percentage) : null);
  }

  private static Distributed distributed(
      String name, Fields fields, boolean express, Template count, Template percentage) {
    String label = fields.text("Label", false);
    if (label == null) {
      label = name.replaceAll("[^A-Za-z0-9_-]", "_");
      label = label.substring(0, Math.min(40, label.length()));
    } else if (!label.matches("[^\\s*?<>{}\\[\\]:;,\\\\|^~$#%&`\"/\\p{Cntrl}]{1,40}")) {
      fields
          .findings()
          .add(
              "INVALID_LABEL_NAME",
              fields.path("Label"),
              "Invalid Label name: it must have up to 40 characters without space, brackets or any"
                  + " of :;,*?");
    }
    return new Distributed(
        express, label, reader(fields), batcher(fields), count, percentage, writer(fields));
  }

  private static Distributed.Reader reader(Fields map) {
    Fields fields = map.object("ItemReader");
    if (fields == null) {
      return null;
    }
    String resource = fields.text("Resource", true);
    Template arguments = fields.template("Arguments");
    if (arguments == null) {
      fields.missing("Arguments");
    }
    Distributed.Reader reader =
        new Distributed.Reader(
            resource == null ? "" : resource, fields.template("ReaderConfig"), arguments);
    if (resource != null) {
      ReaderRules.check(fields, resource, reader);
    }
    fields.finish(DocumentReader.JSON_PATH);
    return reader;
  }

  private static Distributed.Batcher batcher(Fields map) {
    Fields fields = map.object("ItemBatcher");
    if (fields == null) {
      return null;
    }
    Template items = fields.number("MaxItemsPerBatch", 1, MANY);
    Template bytes = fields.number("MaxInputBytesPerBatch", 1, 262_144);
    if (items == null && bytes == null) {
      fields.problem("These fields are required: [MaxItemsPerBatch or MaxInputBytesPerBatch]");
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
      fields.problem("Resource", "The field 'Resource' does not match any of the allowed values");
    }
    Template arguments = fields.template("Arguments");
    if ((resource == null) != (arguments == null)) {
      fields.missing(resource == null ? "Resource" : "Arguments");
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
      fields.problem("These fields are required: [Resource or WriterConfig]");
    }
    fields.finish(DocumentReader.JSON_PATH);
    return new Distributed.Writer(arguments, transformation, lines);
  }
}
