import Crypto
import Foundation
import Records
import Testing

@testable import Extraction

@Suite("R-25: a bag is whole, or what is wrong with it is named")
struct BagReaderTests {
    @Test("a whole bag is valid, whatever lies in the payload")
    func whole() throws {
        let report = try Made().report()
        #expect(report == BagReport(version: "1.0", algorithms: ["sha256", "sha512"], files: 3, bytes: 13, findings: []))
    }

    @Test("one byte of any file is enough: each is noticed, but for what stands in no list of digests")
    func anyByte() throws {
        for name in try Made().files.keys where !name.hasPrefix("tagmanifest") {
            var bag = try Made()
            guard var bytes = bag.files[name], !bytes.isEmpty else { continue }
            bytes[bytes.count / 2] ^= 1
            bag.files[name] = bytes
            #expect(try !bag.report().isValid, "\(name)")
        }
    }

    @Test("a file that is not there, or that nobody listed, is named")
    func completeness() throws {
        var bag = try Made()
        bag.files["data/甲.txt"] = nil
        #expect(try bag.kinds() == [.missing, .oxumDiffers])
        bag = try Made()
        bag.files["data/多.txt"] = Array("x".utf8)
        #expect(try bag.kinds() == [.notListed, .oxumDiffers])
    }

    @Test(
        "a path that leads out of the bag on any system is refused",
        arguments: [
            "../x", "/etc/passwd", "~/x", "~root/x", "data/../../x", "C:/x", "C:\\x", "\\\\?\\UNC\\x", "%HomeDrive%\\x", "data\\x",
            "data//x",
        ])
    func unsafe(_ path: String) throws {
        var bag = try Made()
        bag.files["manifest-sha256.txt"]? += Array("\(String(repeating: "0", count: 64))  \(path)\n".utf8)
        bag.seal()
        #expect(try bag.kinds().contains(.pathUnsafe))
        var fetching = try Made()
        fetching.files["fetch.txt"] = Array("http://localhost/x - \(path)\n".utf8)
        #expect(try fetching.kinds().contains(.pathUnsafe))
    }

    @Test("a Payload-Oxum that lies is noticed", arguments: ["13.2", "14.3", "13", "x.y", "99999999999999999999.3"])
    func oxum(_ said: String) throws {
        var bag = try Made()
        bag.files["bag-info.txt"] = Array("Payload-Oxum: \(said)\n".utf8)
        bag.seal()
        #expect(try bag.kinds() == [.oxumDiffers])
    }

    @Test("a declaration is taken as its version writes it, and no other way")
    func declaration() throws {
        for (text, isTaken) in [
            ("BagIt-Version: 1.0\r\nTag-File-Character-Encoding: UTF-8\r\n", true),
            ("BagIt-Version : 1.0\nTag-File-Character-Encoding: UTF-8\n", false),
            ("BagIt-Version : 0.97\nTag-File-Character-Encoding : UTF-8\n", true),
            ("BagIt-Version: .97\nTag-File-Character-Encoding: UTF-8\n", false),
            ("BagIt-Version: 1.0\n", false), ("\u{FEFF}BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n", false), ("", false),
        ] {
            var bag = try Made()
            bag.files["bagit.txt"] = Array(text.utf8)
            bag.seal()
            #expect(try bag.kinds().contains(.declarationWrong) == !isTaken, "\(text)")
        }
    }

    @Test("a `%` of a name is written `%25`, a line end `%0A`")
    func percent() throws {
        var bag = try Made()
        bag.files["data/50%\n.txt"] = Array("x".utf8)
        bag.seal(payload: true)
        #expect(String(decoding: bag.files["manifest-sha256.txt"] ?? [], as: UTF8.self).contains("data/50%25%0A.txt"))
        #expect(try bag.report().isValid)
    }

    @Test("names in two forms of Unicode are two files, and neither hides behind the other")
    func normalization() throws {
        let folder = try Made().folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, text) in [("N\u{FA}\u{F1}ez", "a"), ("Nu\u{301}n\u{303}ez", "b")] {
            try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder.path)/data/\(name)"))
        }
        #expect(try Made.report(of: folder).findings.map(\.kind) == [.notListed, .notListed, .oxumDiffers])
        var bag = try Made()
        bag.files["data/N\u{FA}ez"] = Array("a".utf8)
        bag.seal(payload: true)
        let second = try bag.folder()
        defer { try? FileManager.default.removeItem(at: second) }
        #expect(try Made.report(of: second).isValid)
        try Data("b".utf8).write(to: URL(fileURLWithPath: "\(second.path)/data/Nu\u{301}ez"))
        #expect(try Made.report(of: second).findings.map(\.kind) == [.notListed, .oxumDiffers])
    }

    @Test("a slash with an accent on it is a slash: what lies behind it is payload, and leads out where it stands first")
    func accentedSlash() throws {
        var bag = try Made()
        bag.files["data/\u{301}多.txt"] = Array("x".utf8)
        #expect(try bag.kinds() == [.notListed, .oxumDiffers])
        bag.seal(payload: true)
        #expect(try bag.report().isValid)
        #expect(!BagPath("/\u{301}etc/passwd").isSafe && !BagPath("data/\u{301}/../../x").isSafe && BagPath("data/e\u{301}/x").isSafe)
    }

    @Test(
        "files of a ZIP that say to be larger than anything are no end of the program",
        arguments: [UInt64.max, UInt64(Int64.max), 1 << 62, 1 << 45] as [UInt64])
    func immense(_ size: UInt64) throws {
        func bytes(_ number: UInt64, _ count: UInt64) -> [UInt8] { (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) } }
        func field(_ sizes: [UInt64]) -> [UInt8] { bytes(1, 2) + bytes(UInt64(8 * sizes.count), 2) + sizes.flatMap { bytes($0, 8) } }
        var (zip, lines): ([UInt8], [UInt8]) = ([], [])
        for name in ["data/a", "data/b"] {
            let common = bytes(45, 2) + bytes(0, 2) + bytes(8, 2) + bytes(0, 8)
            let sizes = bytes(0xFFFF_FFFF, 4) + bytes(0xFFFF_FFFF, 4) + bytes(6, 2) + bytes(20, 2)
            lines += bytes(0x0201_4B50, 4) + bytes(45, 2) + common + sizes + bytes(0, 10) + bytes(UInt64(zip.count), 4)
            lines += Array(name.utf8) + field([size, 2])
            zip += bytes(0x0403_4B50, 4) + common + sizes + Array(name.utf8) + field([size, 2]) + [3, 0]
        }
        let end =
            bytes(0x0605_4B50, 4) + bytes(0, 4) + bytes(2, 2) + bytes(2, 2) + bytes(UInt64(lines.count), 4) + bytes(UInt64(zip.count), 4)
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("bag-\(UUID()).zip")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(zip + lines + end + bytes(0, 2)).write(to: file)
        let descriptor = open(file.path, O_RDONLY)
        defer { close(descriptor) }
        #expect(BagReader.report(of: BagArchive(OpenFile(descriptor: descriptor))).findings.map(\.kind) == [.archiveWrong])
    }

    @Test("a link in a folder is followed nowhere")
    func link() throws {
        let bag = try Made()
        let folder = try bag.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createSymbolicLink(at: folder.appendingPathComponent("data/链接"), withDestinationURL: folder)
        #expect(try Made.report(of: folder).findings.map(\.kind) == [.notAFile])
    }

    /// A bag that is made file by file.
    private struct Made {
        var files: [String: [UInt8]] = [
            "data/甲.txt": Array("甲方".utf8), "data/子/乙.txt": Array("乙方x".utf8), "data/空": [],
            "bagit.txt": Array("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n".utf8),
            "bag-info.txt": Array("Payload-Oxum: 13.3\nContact-Name: 林工\n  福州\n".utf8),
        ]

        init() throws { seal(payload: true) }

        /// Writes the lists anew: of the files beside the payload, and of the payload where it was changed.
        mutating func seal(payload: Bool = false) {
            if payload {
                let names = files.keys.filter { $0.utf8.starts(with: "data/".utf8) }.sorted()
                for (algorithm, digest) in Self.digests {
                    files["manifest-\(algorithm).txt"] = list(names, digest)
                }
                let bytes = names.reduce(0) { $0 + (files[$1]?.count ?? 0) }
                files["bag-info.txt"] = Array("Payload-Oxum: \(bytes).\(names.count)\nContact-Name: 林工\n  福州\n".utf8)
            }
            let tags = files.keys.filter { !$0.utf8.starts(with: "data/".utf8) && !$0.hasPrefix("tagmanifest") }.sorted()
            for (algorithm, digest) in Self.digests { files["tagmanifest-\(algorithm).txt"] = list(tags, digest) }
        }

        private static let digests: [(String, @Sendable ([UInt8]) -> String)] = [
            ("sha256", { hexDigits(SHA256.hash(data: $0)) }), ("sha512", { hexDigits(SHA512.hash(data: $0)) }),
        ]

        private func list(_ names: [String], _ digest: ([UInt8]) -> String) -> [UInt8] {
            let lines = names.map { name in
                let written = name.replacing("%", with: "%25").replacing("\n", with: "%0A")
                return "\(digest(files[name] ?? []))  \(written)\n"
            }
            return Array(lines.joined().utf8)
        }

        func folder() throws -> URL {
            let folder = FileManager.default.temporaryDirectory.appendingPathComponent("bag-\(UUID())")
            for (name, bytes) in files {
                let file = folder.appendingPathComponent(name)
                try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(bytes).write(to: file)
            }
            return folder
        }

        static func report(of folder: URL) throws -> BagReport {
            let descriptor = open(folder.path, O_RDONLY | O_DIRECTORY)
            defer { close(descriptor) }
            return BagReader.report(of: BagFolder(OpenFile(descriptor: descriptor)))
        }

        func report() throws -> BagReport {
            let folder = try folder()
            defer { try? FileManager.default.removeItem(at: folder) }
            return try Self.report(of: folder)
        }

        func kinds() throws -> [BagFinding.Kind] { try report().findings.map(\.kind) }
    }
}
