package dev.sluice.lambda.load;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Addresses that begin with the same bits.
 *
 * @param first the first of them
 * @param bits how many count
 */
record AddressRange(InetAddress first, int bits) {

  /** A range as written in registries: {@code 10.0.0.0/8}. */
  static AddressRange of(String text) {
    int slash = text.indexOf('/');
    try {
      // A literal: nothing is looked up.
      InetAddress first = InetAddress.getByName(text.substring(0, slash));
      return new AddressRange(first, Integer.parseInt(text.substring(slash + 1)));
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(text + " is no range of addresses", e);
    }
  }

  /** True where the address is of the same family and begins with the same bits. */
  boolean contains(InetAddress address) {
    byte[] a = first.getAddress();
    byte[] b = address.getAddress();
    if (a.length != b.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> (bit % 8);
      if ((a[bit / 8] & mask) != (b[bit / 8] & mask)) {
        return false;
      }
    }
    return true;
  }
}
