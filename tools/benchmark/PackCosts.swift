import Archive
import Disk
import Foundation
import Records
import SystemPackage

/// What the file of a pack costs: beside `zip -0` and `sha512sum` of the same bytes in the same run.
struct PackCosts {
    let work: Workplace

    /// As many documents as a pack has here, one file each.
    private static let most = 1000

    func measure(into report: inout Report) async throws {
        let documents = try await work.archive.ask(ListDocuments(withdrawn: false), as: .operator).prefix(Self.most)
        let pack = try await Self.issue(Array(documents), in: work.archive)
        let target = work.scratch.appending("pack.zip")
        let took = try await milliseconds {
            let export = try await work.archive.export(pack, edition: nil, to: nil, by: .operator)
            let file = try Disk().createFile(target)
            var (blocks, offset) = (export.blocks(), Int64(0))
            while let block = try blocks.next() {
                try file.write(block, at: offset)
                offset += Int64(block.count)
            }
        }
        let files = work.files.prefix(documents.count).map(\.string)
        let floor = try milliseconds {
            try runTool("/usr/bin/zip", ["-0", "-q", work.scratch.appending("floor.zip").string] + files)
            try runTool("/usr/bin/sha512sum", files)
        }
        report.add("pack of \(documents.count) files", took, "ms", floor: floor, "zip -0 and sha512sum of as many")
    }

    /// A pack of a dossier of its own, with these documents in it, whose first edition is issued.
    static func issue(_ documents: [DocumentID], in archive: LocalArchive) async throws -> PackID {
        let types = archive.vocabulary.entries.map(\.code.code).joined(separator: ", ")
        try await archive.carryOut(
            LoadReceivers(
                "- {code: all, chinese: 全部, english: all, roles: [customer_service], checklists: [{items: [{code: all, chinese: 全部文件, english: all, types: [\(types)]}]}]}\n"
            ), as: .operator)
        let giver = try await archive.carryOut(SetAccount(named: "交底人", roles: [.salesAssistant], open: true), as: .operator).id
        let dossier = try await archive.carryOut(OpenDossier(title: "交底", party: nil), as: .operator).id
        try await archive.carryOut(LinkDocuments(documents, to: dossier, home: false), as: .operator)
        let pack = try await archive.carryOut(MakePack(dossier, for: "all"), as: .operator).pack.id
        try await archive.carryOut(IssuePack(pack), as: .account(giver))
        return pack
    }
}
