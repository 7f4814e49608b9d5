import HTTPTypes
import Hummingbird
import NIOCore

/// Where a request comes from, seen past the proxy that may stand before the service.
struct Proxies: Sendable {
    /// Whether all connections come from a proxy of ours.
    let isBefore: Bool

    /// The address that wrong passwords are counted by; nil where nobody says. Of an IPv6 address only the network's half: the rest is the caller's to choose.
    func address(of request: Request, _ context: ServiceContext) -> String? {
        guard isBefore else { return context.remote?.ipAddress.map(NetworkName.of) }
        // The last one is what the proxy saw; those before it are what the caller wrote.
        let header = HTTPField.Name("X-Forwarded-For").flatMap { request.headers[$0] }
        let last = header?.split(separator: ",").last?.filter { !$0.isWhitespace }
        return last.flatMap { $0.utf8.count <= 64 ? NetworkName.of($0) : nil }
    }
}
