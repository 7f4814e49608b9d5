import Glibc
import Records

/// The network that an address belongs to: an IPv4 address by itself, of an IPv6 address the first half.
enum NetworkName {
    static func of(_ address: String) -> String {
        var bytes = in6_addr()
        guard inet_pton(AF_INET6, String(address.prefix { $0 != "%" }), &bytes) == 1 else { return address }
        let half = withUnsafeBytes(of: bytes) { Array($0.prefix(8)) }
        // What is an IPv4 address in IPv6 (::ffff:192.0.2.1) is counted whole.
        return half.allSatisfy { $0 == 0 } ? address : hexDigits(half)
    }
}
