import Disk
import SystemPackage

extension Journal {
    /// Signs the journal's state through an event, or through the last, and keeps the note in `checkpoints/<size>`, durably.
    ///
    /// - Throws: ``JournalError``; `.contradictsCheckpoint` where the journal is not a continuation of a state signed
    ///   before: signing both would be testimony against oneself. `.signingFailed` where the key fails.
    public func makeCheckpoint(origin: String, signer: NoteSigner, through size: Int? = nil) throws(JournalError) -> SignedNote {
        let last: Int
        if let size { last = size } else { last = try head().sequence }
        let before = try checkpoints()
        var tree = MerkleFrontier()
        var roots: [Int: JournalDigest] = [0: tree.root]
        let sizes = Set(before.map(\.size))
        try eachLine(through: last) { line in
            tree.append(line.headerBytes)
            if sizes.contains(tree.size) { roots[tree.size] = tree.root }
        }
        for (size, note) in before where size <= last {
            guard let state = Checkpoint(note), state.isOf(origin), state.root == roots[size] else {
                throw .contradictsCheckpoint(size: size)
            }
        }
        let note: SignedNote
        do { note = try signer.sign(Checkpoint(origin: origin, size: last, root: tree.root).text) } catch { throw .signingFailed }
        try keep(note, size: last)
        return note
    }

    /// The notes kept in `checkpoints/`, by size, smallest first; files that are none are passed over.
    ///
    /// - Throws: ``JournalError`` `.disk`.
    public func checkpoints() throws(JournalError) -> [(size: Int, note: SignedNote)] {
        var notes: [(size: Int, note: SignedNote)] = []
        for size in try checkpointSizes().sorted() {
            let bytes = try onDisk { () throws(DiskError) in
                try disk.read(checkpointFolder.appending(String(size)), limit: SignedNote.longest)
            }
            if let note = SignedNote(bytes: bytes), Checkpoint(note)?.size == size { notes.append((size, note)) }
        }
        return notes
    }

    /// The most events that a note kept in `checkpoints/` speaks of, if they are more than the journal has and the note may be believed.
    ///
    /// - Parameter keys: the keys pinned outside the archive; without any, signatures are not checked.
    /// - Throws: ``JournalError`` `.disk`.
    public func sizeWitnessed(beyond size: Int, origin: String, keys: () -> [NoteVerifier]) throws(JournalError) -> Int? {
        guard let farthest = try checkpointSizes().max(), farthest > size else { return nil }
        let keys = keys()
        return try checkpoints().last { known, note in
            known > size && Checkpoint(note)?.isOf(origin) == true && (keys.isEmpty || note.isSigned(by: keys))
        }?.size
    }

    /// The sizes that notes are kept for, by their files' names.
    func checkpointSizes() throws(JournalError) -> [Int] {
        try onDisk { () throws(DiskError) in
            guard try disk.status(checkpointFolder) != nil else { return [] }
            return try disk.list(checkpointFolder).compactMap { plainNumber($0.string) }
        }
    }

    private var checkpointFolder: FilePath { folder.appending(Segment.checkpointFolder) }

    private func keep(_ note: SignedNote, size: Int) throws(JournalError) {
        let path = checkpointFolder.appending(String(size))
        // Two signers may be at it at once; each writes a file of its own, and the last rename counts.
        let staged = checkpointFolder.appending("\(size).\(UInt64.random(in: .min ... .max)).part")
        try onDisk { () throws(DiskError) in
            let file = try disk.createFile(staged)
            try file.write(note.bytes, at: 0)
            try file.sync()
            try disk.replace(path, by: staged)
            try disk.syncFolder(checkpointFolder)
        }
    }
}
