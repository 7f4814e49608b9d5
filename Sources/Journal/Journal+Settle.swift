public import SystemPackage

extension Journal {
    /// Brings the journal into a state that can be appended to.
    ///
    /// Lines past `known` are written again in place and fsynced, because what is read from the page cache is not yet
    /// durable. Only the last group can be torn: from its first unreadable line on it is cut off and kept aside, if nothing
    /// durable knows of a line that would go. Anything else that is unreadable is damage and stays as it is.
    /// - Parameters:
    ///   - known: the highest number that the catalogue has; the journal's own checkpoints are looked at as well.
    ///   - aside: an existing folder for what is cut off. It is content, and under destruction's rules.
    ///   - isKnown: asked for each event still readable in what would be cut off: whether an object shows that it was applied.
    /// - Precondition: the caller holds the writer's lock.
    /// - Throws: ``JournalError`` `.damaged` with the line, or `.disk`. Nothing was cut then.
    public func settle(
        knownThrough known: Int, keepingAsideIn aside: FilePath, isKnown: (JournalEvent) -> Bool = { _ in false }
    ) throws(JournalError) -> SettledJournal {
        let scan = try TailScan(self, from: known + 1)
        try scan.checkTear(known: max(known, try checkpointSizes().max() ?? 0), isKnown: isKnown)
        let kept = try scan.keepTear(in: aside)
        try scan.makeDurable()
        return SettledJournal(head: try head(), rewritten: scan.rewritten, keptAside: kept)
    }
}
