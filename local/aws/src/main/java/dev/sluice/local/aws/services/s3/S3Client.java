package dev.sluice.local.aws.services.s3;

import dev.sluice.local.aws.access.Callers;
import dev.sluice.local.aws.access.Signature;
import dev.sluice.local.aws.account.LocalAws;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Supplier;

/** Calls the local S3 as the administrator. Thread-safe. */
public final class S3Client {
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Supplier<String> url;

  S3Client(Supplier<String> url) {
    this.url = url;
  }

  /** Creates a bucket unless it exists. */
  public void createBucket(String bucket) throws IOException {
    HttpResponse<String> answer = send("PUT", bucket, "", null, BodyPublishers.noBody());
    // 409: it exists and is ours.
    if (answer.statusCode() != 200 && answer.statusCode() != 409) {
      throw refused("create bucket " + bucket, answer);
    }
  }

  /** Switches versioning on or off. */
  public void versioning(String bucket, boolean enabled) throws IOException {
    String status = enabled ? "Enabled" : "Suspended";
    String document =
        "<VersioningConfiguration xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Status>"
            + status
            + "</Status></VersioningConfiguration>";
    put(bucket, "?versioning", "application/xml", BodyPublishers.ofString(document));
  }

  /** True if the bucket's versioning is on. */
  public boolean versioned(String bucket) throws IOException {
    HttpResponse<String> answer = send("GET", bucket, "?versioning", null, BodyPublishers.noBody());
    return answer.body().contains("<Status>Enabled</Status>");
  }

  /** True if the object exists. */
  public boolean exists(String bucket, String key) throws IOException {
    return send("HEAD", bucket, path(key), null, BodyPublishers.noBody()).statusCode() == 200;
  }

  /** Writes an object. */
  public void put(String bucket, String key, byte[] content, String contentType)
      throws IOException {
    put(bucket, path(key), contentType, BodyPublishers.ofByteArray(content));
  }

  /** Writes a file as an object. */
  public void put(String bucket, String key, Path file) throws IOException {
    put(bucket, path(key), "application/octet-stream", BodyPublishers.ofFile(file));
  }

  private void put(String bucket, String rest, String contentType, BodyPublisher body)
      throws IOException {
    HttpResponse<String> answer = send("PUT", bucket, rest, contentType, body);
    if (answer.statusCode() != 200) {
      throw refused("write s3://" + bucket + rest, answer);
    }
  }

  private HttpResponse<String> send(
      String method, String bucket, String rest, String contentType, BodyPublisher body)
      throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url.get() + "/" + bucket + rest)).method(method, body);
    request.header("Authorization", Signature.header(Callers.ADMINISTRATOR, LocalAws.REGION, "s3"));
    if (contentType != null) {
      request.header("Content-Type", contentType);
    }
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while calling the local S3", e);
    }
  }

  private static IOException refused(String what, HttpResponse<String> answer) {
    return new IOException(
        "the local S3 refused to " + what + ": " + answer.statusCode() + " " + answer.body());
  }

  private static String path(String key) {
    StringBuilder path = new StringBuilder();
    for (String part : key.split("/", -1)) {
      path.append('/').append(URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"));
    }
    return path.toString();
  }
}
