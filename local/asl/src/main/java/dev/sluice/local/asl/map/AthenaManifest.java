package dev.sluice.local.asl.map;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.local.asl.integration.ObjectStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The manifest that Athena's UNLOAD leaves: a line for each object that it wrote, by its URI. The
 * items are those of the objects.
 *
 * @see <a href="https://docs.aws.amazon.com/athena/latest/ug/querying-finding-output-files.html">
 *     AWS, Finding query output files</a>
 */
final class AthenaManifest {
  private static final String SCHEME = "s3://";

  private AthenaManifest() {}

  static ItemSource open(
      ObjectStore objects, InputStream in, String name, String type, JsonNode config)
      throws IOException {
    List<ConcatSource.Opener> files = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(Gunzip.of(in), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String uri = line.strip().replace("\"", "");
        if (!uri.isEmpty()) {
          files.add(opener(objects, uri, name, type, config));
        }
      }
    }
    return new ConcatSource(files.iterator());
  }

  private static ConcatSource.Opener opener(
      ObjectStore objects, String uri, String name, String type, JsonNode config)
      throws IOException {
    int slash = uri.indexOf('/', SCHEME.length());
    if (!uri.startsWith(SCHEME) || slash < 0) {
      throw new IOException(
          name + " must list objects as s3://bucket/key, a line each, found '" + uri + "'");
    }
    String bucket = uri.substring(SCHEME.length(), slash);
    String key = uri.substring(slash + 1);
    return () -> ObjectItems.open(objects.open(bucket, key), uri, type, config);
  }
}
