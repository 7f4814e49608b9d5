/// Milliseconds that `work` takes.
func milliseconds(_ work: () throws -> Void) rethrows -> Double { try ContinuousClock().measure(work).milliseconds }

/// Milliseconds that `work` takes.
func milliseconds(_ work: () async throws -> Void) async rethrows -> Double {
    let clock = ContinuousClock()
    let start = clock.now
    try await work()
    return (clock.now - start).milliseconds
}

extension Duration {
    var milliseconds: Double { Double(components.seconds) * 1000 + Double(components.attoseconds) / 1e15 }
}

extension [Double] {
    /// The value that `share` of all do not exceed.
    func quantile(_ share: Double) -> Double {
        guard !isEmpty else { return 0 }
        return sorted()[Swift.min(count - 1, Int(Double(count) * share))]
    }
}
