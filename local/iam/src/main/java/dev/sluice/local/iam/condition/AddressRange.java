package dev.sluice.local.iam.condition;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * A range of IPv4 or IPv6 addresses in CIDR form; without a prefix length one address.
 *
 * @param address the range's first bytes
 * @param bits how many of them count
 */
record AddressRange(InetAddress address, int bits) {
  /**
   * Reads a range.
   *
   * @throws IllegalArgumentException where the text is none
   */
  static AddressRange of(String text) {
    int slash = text.indexOf('/');
    InetAddress address = address(slash < 0 ? text : text.substring(0, slash));
    int most = address == null ? 0 : 8 * address.getAddress().length;
    String length = slash < 0 ? String.valueOf(most) : text.substring(slash + 1);
    if (address == null || !length.matches("\\d{1,3}") || Integer.parseInt(length) > most) {
      throw new IllegalArgumentException(
          "found '" + text + "', expected an address or range as 203.0.113.0/24 or 2001:db8::/32");
    }
    return new AddressRange(address, Integer.parseInt(length));
  }

  boolean holds(String text) {
    InetAddress found = address(text);
    if (found == null || found.getAddress().length != address.getAddress().length) {
      return false;
    }
    byte[] own = address.getAddress();
    byte[] other = found.getAddress();
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> (bit % 8);
      if ((own[bit / 8] & mask) != (other[bit / 8] & mask)) {
        return false;
      }
    }
    return true;
  }

  /** Null for what is no address, above all for names, which must not be looked up. */
  private static InetAddress address(String text) {
    if (!text.matches("\\d{1,3}(\\.\\d{1,3}){3}")
        && !text.matches("[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*")) {
      return null;
    }
    try {
      return InetAddress.getByName(text);
    } catch (UnknownHostException e) {
      return null;
    }
  }
}
