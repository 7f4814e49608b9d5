import Foundation
import Samples
import Testing

@Suite("R-25: bags of anybody are judged, at the command line", .timeLimit(.minutes(20)))
struct BagCheckTests {
    @Test(
        "every valid bag of the conformance suite is accepted, and every invalid one refused with the reason",
        .enabled(if: Corpora.isHere, Comment(rawValue: Corpora.missing)))
    func suite() async throws {
        let program = try await Program()
        let corpora = try #require(Corpora.folder)
        let lines = try String(contentsOf: corpora.appendingPathComponent("bagit-expected.tsv"), encoding: .utf8).split(separator: "\n")
        #expect(lines.count > 50)
        for line in lines.dropFirst() {
            let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            let bag = corpora.appendingPathComponent("bagit-conformance-suite/\(columns[0])")
            let checked = try await program.run("pack", "check", bag.path, "--json")
            let (errors, warnings) = (checked.json["errors"] as? [Any] ?? [], checked.json["warnings"] as? [Any] ?? [])
            let isValid = ["valid", "warning"].contains(columns[2])
            #expect(checked.exitCode == (isValid ? 0 : 1) && errors.isEmpty == isValid, "\(columns[0]): \(checked.output)")
            #expect(columns[2] != "warning" || !warnings.isEmpty, "\(columns[0])")
        }
    }

    @Test("a ZIP that holds two files of one name, climbs out, or breaks off is refused; a whole one is not")
    func archives() async throws {
        let program = try await Program()
        let making = """
            import hashlib, sys, zipfile, warnings
            warnings.simplefilter("ignore")
            payload = {"data/合同.txt": "供货合同".encode()}
            tags = {
                "bagit.txt": b"BagIt-Version: 1.0\\nTag-File-Character-Encoding: UTF-8\\n",
                "manifest-sha256.txt": "".join(f"{hashlib.sha256(b).hexdigest()}  {n}\\n" for n, b in payload.items()).encode(),
            }
            def write(name, more=(), packing=zipfile.ZIP_STORED, base="包/"):
                with zipfile.ZipFile(name, "w", packing) as file:
                    for path, content in list(tags.items()) + list(payload.items()):
                        file.writestr(base + path, content)
                    for path, content in more:
                        file.writestr(path, content)
            write("whole.zip")
            write("deflated.zip", packing=zipfile.ZIP_DEFLATED)
            write("bare.zip", base="")
            write("twice.zip", [("包/data/合同.txt", "另一份")])
            write("climbing.zip", [("包/../../逃.txt", "x")])
            write("more.zip", [("包/data/多.txt", "x")])
            whole = open("whole.zip", "rb").read()
            open("broken.zip", "wb").write(whole[:len(whole) // 2])
            changed = bytearray(whole)
            changed[whole.index("供货合同".encode())] ^= 1
            open("changed.zip", "wb").write(changed)
            for cut in (1, 30, 60):
                open(f"cut{cut}.zip", "wb").write(whole[:-cut])
            directory = whole.index(b"PK\\x01\\x02")
            def lying(name, place, content):
                bent = bytearray(whole)
                bent[place:place + len(content)] = content
                open(name, "wb").write(bent)
            listed = whole.index("合同.txt".encode(), directory)
            lying("renamed.zip", listed, "别的.txt".encode())
            line = whole.rindex(b"PK\\x01\\x02", 0, listed)
            lying("size.zip", line + 24, b"\\x58\\x02\\0\\0")
            lying("sum.zip", line + 16, b"\\0\\0\\0\\0")
            lying("packing.zip", line + 10, b"\\x08\\0")
            lying("count.zip", len(whole) - 14, b"\\x01\\0\\x01\\0")
            write("folded.zip", [("包/data/合同.txt/里.txt", "x")])
            open("none.zip", "wb").write(b"not a zip")
            """
        let made = try await program.run(["-c", making], by: Checkout.file(".build-tools/venv/bin/python3").path)
        #expect(made.exitCode == 0, "\(made.errors)")
        for (name, kind) in [
            ("whole", nil), ("deflated", nil), ("bare", nil), ("twice", "two_of_one_name"), ("climbing", "path_unsafe"),
            ("more", "not_listed"),
            ("broken", "archive_wrong"), ("changed", "unreadable"), ("none", "archive_wrong"), ("cut1", "archive_wrong"),
            ("cut30", "archive_wrong"), ("cut60", "archive_wrong"), ("renamed", "archive_wrong"), ("size", "archive_wrong"),
            ("sum", "archive_wrong"), ("packing", "archive_wrong"), ("count", "archive_wrong"), ("folded", "two_of_one_name"),
        ] as [(String, String?)] {
            let checked = try await program.run("pack", "check", "\(name).zip")
            #expect(
                checked.exitCode == (kind == nil ? 0 : 1) && checked.output.contains(kind ?? "有效"),
                "\(name): \(checked.output)\(checked.errors)")
        }
        #expect(try await program.run("pack", "check", "没有.zip").exitCode == 66)
    }
}
