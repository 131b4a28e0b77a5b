package dev.sluice.local.asl.map;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/**
 * The Arguments of an ItemReader.
 *
 * @param key the object, or null where objects are listed
 * @param version of the object, or null for the latest
 * @param prefix of the objects that are listed
 */
record ReaderArguments(String bucket, String key, String version, String prefix) {
  private static final Set<String> OBJECT =
      Set.of("Bucket", "Key", "VersionId", "ExpectedBucketOwner");
  private static final Set<String> LISTING = Set.of("Bucket", "Prefix", "ExpectedBucketOwner");

  /**
   * @param account that owns every bucket there is
   * @throws IOException where an argument is missing, is not known or names another owner
   */
  static ReaderArguments of(boolean lists, JsonNode arguments, String account) throws IOException {
    Set<String> known = lists ? LISTING : OBJECT;
    for (Map.Entry<String, JsonNode> argument : arguments.properties()) {
      if (!known.contains(argument.getKey())) {
        throw new IOException(
            "The reader's Arguments have the unknown field '"
                + argument.getKey()
                + "', known are "
                + known.stream().sorted().toList());
      }
    }
    String bucket = text(arguments, "Bucket");
    String owner = arguments.path("ExpectedBucketOwner").asText("");
    if (!owner.isEmpty() && !owner.equals(account)) {
      throw new IOException(
          "Access Denied: the bucket "
              + bucket
              + " belongs to the account "
              + account
              + ", and ExpectedBucketOwner is "
              + owner
              + " (Service: Amazon S3; Status Code: 403; Error Code: AccessDenied)");
    }
    return new ReaderArguments(
        bucket,
        lists ? null : text(arguments, "Key"),
        arguments.hasNonNull("VersionId") ? arguments.path("VersionId").asText() : null,
        arguments.path("Prefix").asText(""));
  }

  private static String text(JsonNode arguments, String field) throws IOException {
    String value = arguments.path(field).asText("");
    if (value.isEmpty()) {
      throw new IOException("The reader's Arguments must name a " + field + ", found " + arguments);
    }
    return value;
  }
}
