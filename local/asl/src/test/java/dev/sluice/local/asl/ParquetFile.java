package dev.sluice.local.asl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.GroupWriter;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;

/** Writes Parquet of any schema. */
final class ParquetFile {
  private ParquetFile() {}

  /** The bytes of a file with these fields, and a row for each of these. */
  static byte[] of(Path directory, String fields, List<Consumer<Group>> rows) throws IOException {
    MessageType schema = MessageTypeParser.parseMessageType("message row { " + fields + " }");
    Path file = Files.createTempDirectory(directory, "parquet").resolve("rows");
    try (ParquetWriter<Group> writer = new Builder(new LocalOutputFile(file), schema).build()) {
      for (Consumer<Group> row : rows) {
        Group group = new SimpleGroup(schema);
        row.accept(group);
        writer.write(group);
      }
    }
    return Files.readAllBytes(file);
  }

  private static final class Builder extends ParquetWriter.Builder<Group, Builder> {
    private final MessageType schema;

    Builder(OutputFile file, MessageType schema) {
      super(file);
      this.schema = schema;
    }

    @Override
    protected Builder self() {
      return this;
    }

    @Override
    @SuppressWarnings("deprecation") // The only one that the library asks to be implemented.
    protected WriteSupport<Group> getWriteSupport(Configuration any) {
      return new Groups(schema);
    }
  }

  private static final class Groups extends WriteSupport<Group> {
    private final MessageType schema;
    private GroupWriter writer;

    Groups(MessageType schema) {
      this.schema = schema;
    }

    @Override
    @SuppressWarnings("deprecation") // The only one that the library asks to be implemented.
    public WriteContext init(Configuration any) {
      return new WriteContext(schema, Map.of());
    }

    @Override
    public void prepareForWrite(RecordConsumer consumer) {
      writer = new GroupWriter(consumer, schema);
    }

    @Override
    public void write(Group group) {
      writer.write(group);
    }
  }
}
