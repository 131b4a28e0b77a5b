package dev.sluice.core.lake;

import dev.sluice.core.contract.DatasetContract;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.CRC32;

/**
 * The zones of the lake bucket, and where the copies of a landed file lie. Different keys get
 * different copies. A key comes from outside: it names an object, and is never a path.
 */
public final class Zones {
  /** What arrived, by dataset or source. */
  public static final String RAW = "raw/";

  /** The files of datasets as they arrived, byte for byte; no step reads them. */
  public static final String ORIGINALS = "originals/";

  /** How the name of a file in a dataset's raw folder ends: its rows as JSON Lines. */
  public static final String ROWS = ".jsonl";

  /** What steps made of it, by table. */
  public static final String CURATED = "curated/";

  /** S3's limit of a key, in bytes of UTF-8. */
  private static final int KEY_BYTES = 1024;

  private static final String REPORT = ".errors.json";

  private Zones() {}

  /** The raw zone's folder of a dataset, or of another source. */
  public static String raw(String source) {
    return RAW + source + "/";
  }

  /** The folder of a curated table. */
  public static String curated(String table) {
    return CURATED + table + "/";
  }

  /**
   * Key of a valid file's rows in the raw zone. Spark reads the raw zone and does not see names
   * that begin with an underscore or a dot, nor understands a colon: such characters are
   * percent-encoded.
   */
  public static String rawCopy(DatasetContract contract, String landingKey) {
    StringBuilder key = new StringBuilder(RAW).append(contract.name());
    for (String segment : rest(contract, landingKey).split("/", -1)) {
      key.append('/').append(visible(segment));
    }
    return fit(key + ROWS, 0);
  }

  /** Key of a valid file's original, with what follows the landing prefix as it is. */
  public static String original(DatasetContract contract, String landingKey) {
    return fit(ORIGINALS + contract.name() + "/" + rest(contract, landingKey), 0);
  }

  private static String rest(DatasetContract contract, String landingKey) {
    String prefix = contract.landingPrefix();
    return landingKey.startsWith(prefix) ? landingKey.substring(prefix.length()) : landingKey;
  }

  /** Key in the failed bucket: the landing key. */
  public static String failed(String landingKey) {
    return fit(landingKey, REPORT.length());
  }

  /** Key of the error report, beside the file in the failed bucket. */
  public static String report(String landingKey) {
    return failed(landingKey) + REPORT;
  }

  private static String visible(String segment) {
    if (segment.isEmpty()) {
      return "%";
    }
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < segment.length(); i++) {
      char c = segment.charAt(i);
      boolean hides = i == 0 && (c == '_' || c == '.');
      if (hides || c < ' ' || c == 0x7f || "%:\\*?[]{}".indexOf(c) >= 0) {
        name.append('%').append(HexFormat.of().toHexDigits((byte) c).toUpperCase());
      } else {
        name.append(c);
      }
    }
    return name.toString();
  }

  /** Shortens what has not {@code room} bytes left, keeping its end and what tells it apart. */
  private static String fit(String key, int room) {
    byte[] utf8 = key.getBytes(StandardCharsets.UTF_8);
    if (utf8.length + room <= KEY_BYTES) {
      return key;
    }
    CRC32 sum = new CRC32();
    sum.update(utf8);
    String mark = "~" + HexFormat.of().toHexDigits((int) sum.getValue()) + "~";
    int end = Math.min(key.length(), 64);
    String tail = key.substring(key.length() - end);
    int head = KEY_BYTES - room - mark.length() - tail.getBytes(StandardCharsets.UTF_8).length;
    while ((utf8[head] & 0xc0) == 0x80) {
      head--; // Never inside a character.
    }
    return new String(utf8, 0, head, StandardCharsets.UTF_8) + mark + tail;
  }
}
