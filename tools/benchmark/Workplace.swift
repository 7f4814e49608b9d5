import Archive
import Disk
import Extraction
import Records
import Samples
import SystemPackage

/// An archive of its own and the papers to be filed in it, the same in each run.
struct Workplace: Sendable {
    let papers: [DealPaper]
    let files: [FilePath]
    let root: FilePath
    let scratch: FilePath
    let archive: LocalArchive
    let program: FilePath

    /// Characters of a paper: some 3 KB, as a contract of two pages.
    static let length = 1000

    init(documents: Int, folder: FilePath, program: String) async throws {
        var source = DealPapers(seed: 20_261_123)
        papers = (0..<documents).map { _ in source.paper(length: Workplace.length) }
        (root, scratch) = (folder.appending("storage"), folder.appending("scratch"))
        let disk = Disk()
        let incoming = folder.appending("incoming")
        try disk.createFolder(scratch)
        try disk.createFolder(incoming)
        files = papers.indices.map { incoming.appending("\($0).txt") }
        for (path, paper) in zip(files, papers) { try disk.createFile(path).write(Array(paper.body.utf8), at: 0) }
        _ = try ArchiveBuilder().create(at: root)
        self.program = FilePath(program)
        archive = try LocalArchive(
            root: root, surroundings: LocalArchive.Surroundings(extraction: ExtractionService(program: self.program)))
    }

    /// What a user would give with a paper.
    func filing(_ index: Int) -> Filing {
        var words = MetadataWords()
        let paper = papers[index]
        (words.type, words.title, words.number, words.party) = (paper.type, paper.title, paper.number, paper.party)
        (words.signed, words.amount, words.handler) = (paper.signed, "\(paper.amount)", paper.handler)
        return Filing(files: [IncomingFile(name: nil, role: .main, source: .path(files[index]))], words: words)
    }
}
