import Disk
import FileStore
import Foundation
import Samples
import SystemPackage
import Testing

@Suite("A valid object with one byte changed is not valid")
struct ChangedByteTests {
    @Test("wherever it is, unless the byte means the same: blank or tab, end of line, or case of a digit, in a sidecar")
    func oneByte() throws {
        let scratch = try Scratch()
        let folder = scratch.folder.appending("object")
        try MadeObject(change: { inventory, _ in
            inventory["fixity"] = ["md5": ["900150983cd24fb0d6963f7d28e17f72": ["v1/content/a.txt"]]]
        }).write(to: folder)
        let validator = OCFLValidator(disk: Disk())
        try #require(try validator.validate(folder).codes == [])
        let files = try FileManager.default.subpathsOfDirectory(atPath: folder.string).sorted().map { folder.pushing(FilePath($0)) }
            .filter { try Disk().status($0)?.kind == .file }
        var random = SeededGenerator(seed: 1_112)
        let times = ProcessInfo.processInfo.environment["MUNIMENT_LONGER"] == nil ? 400 : 20_000
        for _ in 0..<times {
            let file = files[Int.random(in: 0..<files.count, using: &random)]
            let whole = try Disk().read(file, limit: 1 << 20)
            var changed = whole
            let index = Int.random(in: 0..<whole.count, using: &random)
            changed[index] ^= UInt8.random(in: 1...255, using: &random)
            try Files.write(changed, to: file)
            let isValid = (try? validator.validate(folder).isValid) ?? false
            let isSame = file.string.hasSuffix(".sha512") && same(whole[index], changed[index])
            #expect(isValid == isSame, "\(file) at \(index): \(whole[index]) is \(changed[index]) now")
            try Files.write(whole, to: file)
        }
    }

    /// What a sidecar's byte may become without another meaning.
    private func same(_ one: UInt8, _ other: UInt8) -> Bool {
        let letters = (97...102).contains(one) && other == one - 32
        return letters || one == 32 && other == 9 || one == 10 && other == 13
    }
}
