package dev.sluice.local.asl.map.parquet;

import blue.strategic.parquet.ParquetReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;

/** The rows of a Parquet object: structures and maps as JSON objects, lists as arrays. */
public final class ParquetRows implements Closeable {
  private final Path copy;
  private final ParquetFileReader file;
  private final MessageType schema;
  private final MessageColumnIO columns;
  private RecordReader<ObjectNode> rows;
  private long left;

  private ParquetRows(Path copy, ParquetFileReader file) {
    this.copy = copy;
    this.file = file;
    this.schema = file.getFooter().getFileMetaData().getSchema();
    this.columns = new ColumnIOFactory().getColumnIO(schema);
  }

  /**
   * Opens an object.
   *
   * @param in read to its end and closed
   * @param name for messages
   */
  public static ParquetRows open(InputStream in, String name) throws IOException {
    // Parquet is read from its end, which a stream cannot do.
    Path copy = Files.createTempFile("sluice-items", ".parquet");
    try (in) {
      Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
      return new ParquetRows(
          copy, ParquetFileReader.open(ParquetReader.makeInputFile(copy.toFile())));
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(copy);
      throw new IOException(name + " cannot be read as Parquet: " + e.getMessage(), e);
    }
  }

  /**
   * The next row.
   *
   * @return null behind the last one
   */
  public ObjectNode next() throws IOException {
    try {
      while (left == 0) {
        PageReadStore group = file.readNextRowGroup();
        if (group == null) {
          return null;
        }
        left = group.getRowCount();
        rows = columns.getRecordReader(group, new JsonRecords(schema));
      }
      left--;
      return rows.read();
    } catch (RuntimeException e) {
      throw new IOException("The Parquet file cannot be read: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      file.close();
    } finally {
      Files.deleteIfExists(copy);
    }
  }
}
