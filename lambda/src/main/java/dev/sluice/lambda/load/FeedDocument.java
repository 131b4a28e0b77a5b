package dev.sluice.lambda.load;

import dev.sluice.error.FeedInvalid;
import java.io.IOException;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import software.amazon.awssdk.thirdparty.jackson.core.JsonFactory;
import software.amazon.awssdk.thirdparty.jackson.core.JsonParser;
import software.amazon.awssdk.thirdparty.jackson.core.JsonProcessingException;
import software.amazon.awssdk.thirdparty.jackson.core.JsonToken;

/**
 * Checks a body that claims to be a feed: one JSON object with {@code last_updated} and, in {@code
 * data}, an array that is not empty. It is read token by token: a tree of it would need many times
 * its size.
 *
 * @see <a href="https://gbfs.org/documentation/reference/">GBFS reference</a>
 */
final class FeedDocument {
  private static final JsonFactory FACTORY = new JsonFactory();
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

  private final String url;
  private final JsonParser parser;
  private Instant lastUpdated;
  private boolean hasData;

  /** Of the first array in data; null where there is none. */
  private String emptyArray;

  private boolean hasItems;

  private FeedDocument(String url, JsonParser parser) {
    this.url = url;
    this.parser = parser;
  }

  /**
   * When the feed was last updated.
   *
   * @param url for messages
   * @throws FeedInvalid where the body is no feed, saying what it is instead
   */
  static Instant check(String url, byte[] body) {
    try (JsonParser parser = FACTORY.createParser(body)) {
      FeedDocument document = new FeedDocument(url, parser);
      document.read();
      return document.verdict();
    } catch (JsonProcessingException malformed) {
      // Not its message, which quotes what the server sent.
      throw new FeedInvalid(
          url,
          "no JSON at line %d, column %d of %d bytes"
              .formatted(
                  malformed.getLocation() == null ? 1 : malformed.getLocation().getLineNr(),
                  malformed.getLocation() == null ? 1 : malformed.getLocation().getColumnNr(),
                  body.length),
          "one JSON object");
    } catch (IOException notText) {
      throw new FeedInvalid(url, "bytes that are no text", "one JSON object");
    }
  }

  private void read() throws IOException {
    JsonToken first = parser.nextToken();
    if (first != JsonToken.START_OBJECT) {
      throw new FeedInvalid(url, first == null ? "nothing" : kind(first), "one JSON object");
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (name.equals("last_updated")) {
        lastUpdated = time(value);
      } else if (name.equals("data") && value == JsonToken.START_OBJECT) {
        readData();
      }
      parser.skipChildren();
    }
    if (parser.nextToken() != null) {
      throw new FeedInvalid(url, "more text after the JSON object", "one JSON object");
    }
  }

  private void readData() throws IOException {
    hasData = true;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      if (parser.nextToken() == JsonToken.START_ARRAY) {
        readArray(name);
      } else {
        parser.skipChildren();
      }
    }
  }

  private void readArray(String name) throws IOException {
    JsonToken item = parser.nextToken();
    if (item == JsonToken.END_ARRAY) {
      emptyArray = emptyArray == null ? name : emptyArray;
      return;
    }
    hasItems = true;
    for (; item != JsonToken.END_ARRAY; item = parser.nextToken()) {
      parser.skipChildren();
    }
  }

  private Instant verdict() {
    if (lastUpdated == null) {
      throw new FeedInvalid(url, "no last_updated", "a feed in the GBFS format");
    }
    if (!hasItems) {
      throw new FeedInvalid(url, noItems(), "an array in data that is not empty");
    }
    return lastUpdated;
  }

  private String noItems() {
    if (!hasData) {
      return "no object data";
    }
    return emptyArray == null ? "no array in data" : "that data." + emptyArray + " is empty";
  }

  /** Seconds since 1970, as in GBFS 1 and 2, or text as in GBFS 3. */
  private Instant time(JsonToken value) throws IOException {
    try {
      if (value == JsonToken.VALUE_NUMBER_INT) {
        BigInteger seconds = parser.getBigIntegerValue();
        return plausible(Instant.ofEpochSecond(seconds.longValueExact()), seconds.toString());
      }
      if (value == JsonToken.VALUE_STRING) {
        return plausible(OffsetDateTime.parse(parser.getText()).toInstant(), parser.getText());
      }
    } catch (DateTimeException | ArithmeticException unreadable) {
      throw wrongTime("one that is no time");
    }
    throw wrongTime(kind(value));
  }

  private Instant plausible(Instant time, String text) {
    if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
      throw wrongTime(text + ", which is " + time);
    }
    return time;
  }

  private FeedInvalid wrongTime(String found) {
    return new FeedInvalid(
        url,
        "a last_updated that cannot be: " + found,
        "whole seconds since 1970 or a time such as 2026-01-31T23:59:59Z");
  }

  private static String kind(JsonToken token) {
    return switch (token) {
      case START_OBJECT -> "an object";
      case START_ARRAY -> "an array";
      case VALUE_STRING -> "a string";
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
      case VALUE_NULL -> "null";
      default -> "true or false";
    };
  }
}
