package dev.sluice.lambda.load;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells addresses of the public internet from all others, so that nobody who controls a URL, a
 * redirect or a name server reaches what only this function can reach: its VPC, the credentials
 * service, itself.
 *
 * @see <a
 *     href="https://www.iana.org/assignments/iana-ipv4-special-registry/iana-ipv4-special-registry.xhtml">IPv4
 *     special-purpose addresses</a>
 * @see <a
 *     href="https://www.iana.org/assignments/iana-ipv6-special-registry/iana-ipv6-special-registry.xhtml">IPv6
 *     special-purpose addresses</a>
 */
final class PublicAddresses {
  private static final List<AddressRange> SPECIAL =
      Stream.of(
              "0.0.0.0/8",
              "10.0.0.0/8",
              "100.64.0.0/10",
              "127.0.0.0/8",
              "169.254.0.0/16",
              "172.16.0.0/12",
              "192.0.0.0/24",
              "192.0.2.0/24",
              "192.88.99.0/24",
              "192.168.0.0/16",
              "198.18.0.0/15",
              "198.51.100.0/24",
              "203.0.113.0/24",
              "224.0.0.0/4",
              "240.0.0.0/4",
              // Within the one range of IPv6 that is public: tunnels and documentation.
              "2001::/23",
              "2001:db8::/32",
              "2002::/16",
              "3fff::/20")
          .map(AddressRange::of)
          .toList();

  private static final AddressRange GLOBAL_IPV6 = AddressRange.of("2000::/3");

  /** How a network without IPv4 reaches IPv4; the last four bytes are the address. */
  private static final AddressRange NAT64 = AddressRange.of("64:ff9b::/96");

  private PublicAddresses() {}

  /** True where everybody on the internet means the same host by it. */
  static boolean contains(InetAddress address) {
    if (NAT64.contains(address)) {
      return contains(embedded(address));
    }
    boolean global = address instanceof Inet4Address || GLOBAL_IPV6.contains(address);
    return global && SPECIAL.stream().noneMatch(range -> range.contains(address));
  }

  private static InetAddress embedded(InetAddress address) {
    try {
      return InetAddress.getByAddress(Arrays.copyOfRange(address.getAddress(), 12, 16));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }
}
