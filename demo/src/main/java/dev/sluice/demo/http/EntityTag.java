package dev.sluice.demo.http;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * A strong entity tag: the same content has the same tag, in every process.
 *
 * @param text with its quotes
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#name-etag">RFC 9110, ETag</a>
 */
public record EntityTag(String text) {
  private static final int BYTES = 16;

  /** The tag of this content. */
  public static EntityTag of(byte[] content) {
    byte[] digest = Arrays.copyOf(Sha256.of(content), BYTES);
    return new EntityTag('"' + HexFormat.of().formatHex(digest) + '"');
  }

  /**
   * True where If-None-Match says that the client has this content: a star, or a list with this
   * tag. A proxy that compressed the content made the tag weak ({@code W/"…"}); it counts too.
   */
  public boolean isIn(String ifNoneMatch) {
    return Arrays.stream(ifNoneMatch.split(","))
        .map(String::strip)
        .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
        .anyMatch(tag -> tag.equals("*") || tag.equals(text));
  }
}
