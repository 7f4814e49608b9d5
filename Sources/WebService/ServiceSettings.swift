/// What whoever runs the service decides; meaning lies in events, not here.
public struct ServiceSettings: Sendable {
    /// Whether browsers reach the service over TLS only, by a proxy before it: cookies then never travel without. The default is false.
    public var behindTLS = false
    /// Largest body of a filing, in bytes. The default, 8 GiB, is twice the largest scan of drawings that was seen.
    public var largestBody: Int64 = 8 << 30
    /// Most connections at once; others wait until one ends. The default is 512: with a file and a
    /// database each, still below the 4,096 descriptors of an ordinary process.
    public var mostConnections = 512
    /// Most connections of one address at once, unless a proxy stands before (``behindTLS``): a quarter of all by default.
    public var mostConnectionsOfOne = 128
    /// Longest until a connection's first request has its headers. The default is 10 seconds.
    public var headerTime: Duration = .seconds(10)
    /// Longest that a connection may say nothing, and that it may take from an answer to the headers of its next request. The default, 75 seconds,
    /// outlasts the usual proxy's 60.
    public var idleTime: Duration = .seconds(75)

    public init() {}
}
