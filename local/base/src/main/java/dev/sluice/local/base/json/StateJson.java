package dev.sluice.local.base.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.base.file.DamagedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** JSON objects that lie in a state directory, one a file. */
public final class StateJson {
  private StateJson() {}

  /**
   * The object in a file; an empty one where there is no file.
   *
   * @param remedy what a person may do where the file is damaged, and what is lost by that
   * @throws DamagedFile where the file holds anything else
   */
  public static ObjectNode read(Path file, String remedy) {
    if (!Files.exists(file)) {
      return Json.object();
    }
    try {
      byte[] content = Files.readAllBytes(file);
      if (content.length == 0) {
        throw new DamagedFile(file, "it is empty", remedy, null);
      }
      JsonNode found = Json.parse(content);
      if (found instanceof ObjectNode object) {
        return object;
      }
      throw new DamagedFile(
          file, "it holds no JSON object but " + found.getNodeType(), remedy, null);
    } catch (JsonProcessingException e) {
      String where = "it is no JSON at line " + e.getLocation().getLineNr();
      throw new DamagedFile(file, where + ", column " + e.getLocation().getColumnNr(), remedy, e);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
    }
  }
}
