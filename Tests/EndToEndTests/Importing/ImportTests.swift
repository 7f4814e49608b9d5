import Foundation
import SystemPackage
import Testing

@Suite("Many at once: a folder with its ledger, and a scanner's inbox")
struct ImportTests {
    private func folder(_ program: Program, _ name: String, _ files: [String: String]) throws -> String {
        let folder = program.folder.appendingPathComponent(name)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (name, content) in files { try Data(content.utf8).write(to: folder.appendingPathComponent(name)) }
        return folder.path
    }

    @Test("a ledger's rows become documents; rows with a fault are listed with their number; a second run files nothing again")
    func ledger() async throws {
        let program = try await Program()
        let files = try folder(program, "in", ["a.txt": "甲方", "b.txt": "乙方", "empty.txt": "", "other.txt": "丙"])
        let ledger = try program.write(
            "台账.csv", "文件,类型,合同编号,客户,金额,税率\na.txt,合同,HT-2026-0001,华为,128万,13%\nb.txt,合同,,,abc,\nempty.txt,合同,,,,\nnone.txt,合同,,,,\n")
        let looked = try await program.run("import", files, "--ledger", ledger, "--dry-run", "--json")
        #expect(looked.exitCode != 0 && looked.json["filed"] as? Int == 1)
        #expect(try await program.run("search", "", "--json").json["total"] as? Int == 0)
        let first = try await program.run("import", files, "--ledger", ledger, "--json")
        #expect(first.exitCode == 65)
        #expect((first.json["failed"] as? [[String: Any]])?.compactMap { $0["row"] as? Int } == [3, 4, 5])
        #expect(first.json["unlisted"] as? [String] == ["other.txt"])
        let second = try await program.run("import", files, "--ledger", ledger, "--json")
        #expect(second.json["filed"] as? Int == 0 && second.json["existing"] as? Int == 1)
        #expect(try await program.run("search", "客户:华为", "--json").json["total"] as? Int == 1)
    }

    @Test("a dry run says exactly what the import then says, clashes among its own rows and groups included, and leaves nothing")
    func rehearsal() async throws {
        let program = try await Program()
        _ = try await program.file(try program.write("old.txt", "早已归档"), "--number", "HT-2026-0001", "--party", "华为")
        var files = ["old.txt": "早已归档", "empty.txt": ""]
        var ledger = "文件,类型,合同编号,客户\n"
        for row in 0..<80 {
            files["\(row).txt"] = "第 \(row) 份"
            ledger += "\(row).txt,合同,\(row % 40 == 7 ? "HT-2026-0777" : ""),华为\n"
        }
        // Filed before; the number of another one; the same bytes as the first row; the first row again; nothing in it; no such type.
        files["again.txt"] = "第 0 份"
        files["taken.txt"] = "另一份"
        ledger += "old.txt,合同,,华为\ntaken.txt,合同,HT-2026-0001,华为\nagain.txt,合同,,华为\n0.txt,合同,,华为\nempty.txt,合同,,\n1.txt,天书,,\n"
        let (folder, place) = (try folder(program, "in", files), try program.write("台账.csv", ledger))
        let before = try await program.run("log", "--json")
        let looked = try await program.run("import", folder, "--ledger", place, "--dry-run", "--json")
        #expect(try await program.run("log", "--json").output == before.output)
        #expect(try FileManager.default.contentsOfDirectory(atPath: program.root.appendingPathComponent("staging").path).isEmpty)
        #expect(try await program.run("search", "", "--json").json["total"] as? Int == 1)
        let filed = try await program.run("import", folder, "--ledger", place, "--json")
        #expect(looked.exitCode == filed.exitCode)
        for count in ["rows", "filed", "existing"] { #expect(looked.json[count] as? Int == filed.json[count] as? Int) }
        let (expected, found) = (filed.json["failed"] as? NSArray, looked.json["failed"] as? NSArray)
        #expect(expected == found && expected?.count == 4, "\(String(describing: found))")
        #expect(filed.json["filed"] as? Int == 79 && looked.json["documents"] as? [String] == [])
    }

    @Test("a folder in, around or of the archive or its home is neither watched nor imported, and a file of the archive is not filed")
    func ownFolders() async throws {
        let program = try await Program()
        _ = try await program.file(try program.write("a.txt", "合同"))
        let home = program.folder.appendingPathComponent("home")
        let secret = try #require(try FileManager.default.contentsOfDirectory(atPath: home.path).first)
        for folder in [program.root, program.root.appendingPathComponent("objects"), program.folder, home] {
            for command in [["watch", folder.path, "--once", "--interval", "1"], ["import", folder.path, "--dry-run"]] {
                let refused = try await program.run(command + ["--type", "contract", "--json"])
                #expect(refused.exitCode == 65 && refused.error["code"] as? String == "M106", "\(command)")
            }
        }
        for path in [program.root.appendingPathComponent("archive.json"), home.appendingPathComponent(secret)] {
            let refused = try await program.run("file", path.path, "--type", "contract", "--json")
            #expect(refused.error["code"] as? String == "M104", "\(path)")
        }
        #expect(try await program.run("verify").exitCode == 0)
    }

    @Test("a link in the inbox is not followed, whatever it leads to, and a note says so; nor is a folder that is a link")
    func linksInInbox() async throws {
        let program = try await Program()
        let box = try folder(program, "box", ["scan.txt": "扫描的合同"])
        let secret = try folder(program, "secret", ["passwords.json": "hunter2scrypt"])
        let files = FileManager.default
        try files.createSymbolicLink(atPath: box + "/link.txt", withDestinationPath: secret + "/passwords.json")
        try files.createSymbolicLink(atPath: box + "/folder", withDestinationPath: secret)
        #expect(mkfifo(box + "/pipe", 0o600) == 0)
        let seen = try await program.run("watch", box, "--once", "--interval", "1", "--type", "contract")
        for name in ["link.txt", "folder", "pipe"] { #expect(seen.output.contains("\(name)  M104")) }
        let left = try files.contentsOfDirectory(atPath: box).sorted()
        #expect(left == ["folder", "folder.why.txt", "link.txt", "link.txt.why.txt", "pipe", "pipe.why.txt"])
        #expect(try files.contentsOfDirectory(atPath: secret) == ["passwords.json"])
        #expect(try await program.run("search", "", "--json").json["total"] as? Int == 1)
        #expect(try await program.run("search", "hunter2scrypt", "--json").json["total"] as? Int == 0)
    }

    @Test("an import names the links that it does not follow, in a ledger or without one; a file that is named by hand may be one")
    func linksInImport() async throws {
        let program = try await Program()
        let secret = try folder(program, "secret", ["passwords.json": "hunter2scrypt"])
        let files = try folder(program, "in", ["a.txt": "甲方"])
        try FileManager.default.createSymbolicLink(atPath: files + "/link.txt", withDestinationPath: secret + "/passwords.json")
        try FileManager.default.createSymbolicLink(atPath: files + "/way", withDestinationPath: secret)
        let ledger = try program.write("台账.csv", "文件,类型\nlink.txt,合同\nway/passwords.json,合同\n../secret/passwords.json,合同\n")
        let listed = try await program.run("import", files, "--ledger", ledger, "--json")
        #expect((listed.json["failed"] as? [[String: Any]])?.compactMap { $0["code"] as? String } == ["M104", "M104", "M101"])
        let all = try await program.run("import", files, "--json")
        #expect(all.json["filed"] as? Int == 1)
        let failed = try #require(all.json["failed"] as? [[String: Any]])
        #expect(failed.compactMap { $0["file"] as? String } == ["link.txt", "way"])
        #expect(failed.allSatisfy { $0["code"] as? String == "M104" })
        _ = try await program.file(files + "/link.txt")
    }

    @Test("what no person put into a folder is passed over by an import as by the inbox, and the import says how many and why")
    func passedOver() async throws {
        let program = try await Program()
        let made = [
            "a.txt.why.txt": "M101", "b.pdf.part": "x", "c.docx.crdownload": "x", "~$合同.docx": "x", "Thumbs.db": "x", ".DS_Store": "x",
        ]
        let files = try folder(program, "in", made.merging(["甲.txt": "甲方", "~甲.txt": "乙方"]) { $1 })
        let answer = try await program.run("import", files, "--dry-run", "--json")
        #expect(answer.json["rows"] as? Int == 2 && answer.json["filed"] as? Int == 2)
        #expect(answer.json["passedOver"] as? [String: Int] == ["note": 1, "unfinished": 2, "of_programs": 2, "hidden": 1])
        let said = try await program.run("import", files)
        #expect(said.output.contains("略过：隐藏的 1，说明为何没有归档的 1，没有传完的 2，程序自用的 2\n"))
        let box = try folder(program, "box", made)
        let seen = try await program.run("watch", box, "--once", "--interval", "1")
        #expect(seen.exitCode == 0 && seen.output == "已归档 0，不能归档 0，未写完 0\n", "\(seen.output)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: box).count == made.count)
    }

    @Test("a scanner that pauses in the middle of a file, with it open or shut, loses nothing: the whole is filed, and only that")
    func slowScanner() async throws {
        let program = try await Program()
        let box = try folder(program, "box", [:])
        let (first, rest) = (Data("%PDF-1.4\n1 0 obj <</A (".utf8), Data(")>> endobj\ntrailer <<>>\n%%EOF\n".utf8))
        #expect(FileManager.default.createFile(atPath: box + "/scan.pdf", contents: first))
        let writer = try #require(FileHandle(forWritingAtPath: box + "/scan.pdf"))
        func look() async throws -> String {
            try await program.run("watch", box, "--once", "--interval", "1", "--type", "contract").output
        }
        #expect(try await look().contains("scan.pdf 还在写入"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: box) == ["scan.pdf"])
        try writer.close()
        #expect(try await look().contains("M101"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: box).sorted() == ["scan.pdf", "scan.pdf.why.txt"])
        let again = try #require(FileHandle(forWritingAtPath: box + "/scan.pdf"))
        try again.seekToEnd()
        try again.write(contentsOf: rest)
        try again.close()
        let filed = try await look()
        #expect(try FileManager.default.contentsOfDirectory(atPath: box).isEmpty)
        let document = String(filed.prefix { $0 != " " })
        let got = program.folder.appendingPathComponent("got.pdf")
        #expect(try await program.run("get", document, "--output", got.path).exitCode == 0)
        #expect(try Data(contentsOf: got) == first + rest)
    }

    @Test("a file leaves the inbox once it is filed; what cannot be filed stays with a note why")
    func inbox() async throws {
        let program = try await Program()
        let box = try folder(program, "box", ["scan.txt": "扫描的合同", "empty.txt": ""])
        let seen = try await program.run("watch", box, "--once", "--interval", "1", "--type", "contract")
        #expect(seen.exitCode == 65 && seen.output.contains("已归档 1，不能归档 1，未写完 0"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: box).sorted() == ["empty.txt", "empty.txt.why.txt"])
        #expect(try await program.run("search", "扫描的合同", "--json").json["total"] as? Int == 1)
        let again = try await program.run("watch", box, "--once", "--interval", "1", "--json")
        let lines = again.output.split(separator: "\n")
        #expect(again.exitCode == 65 && lines.count == 2 && lines[0].contains("M103"))
        #expect(lines.last == #"{"total":{"filed":0,"refused":1,"waiting":0}}"#)
        try FileManager.default.removeItem(atPath: box + "/empty.txt")
        #expect(try await program.run("watch", box, "--once", "--interval", "1").exitCode == 0)
    }

    @Test("R-5: an import names what is filed already and by which document, withdrawn or not, and which file of its own was first")
    func namedDuplicates() async throws {
        let program = try await Program()
        let old = try await program.file(try program.write("old.txt", "早已归档"), "--number", "HT-2026-0001", "--title", "旧合同")
        let gone = try await program.file(try program.write("gone.txt", "撤回的"))
        #expect(try await program.run("withdraw", gone, "--reason", "误归档").exitCode == 0)
        let files = try folder(program, "in", ["a.txt": "早已归档", "b.txt": "撤回的", "c.txt": "新的", "d.txt": "新的"])
        for options in [["--dry-run"], []] {
            let said = try await program.run(["import", files, "--json"] + options).json
            let named = try #require(said["alreadyFiled"] as? [[String: Any]])
            func duplicates(_ index: Int) -> [[String: Any]] { named[index]["duplicates"] as? [[String: Any]] ?? [] }
            #expect(said["existing"] as? Int == 3 && named.compactMap { $0["file"] as? String } == ["a.txt", "b.txt", "d.txt"])
            #expect(duplicates(0).compactMap { $0["id"] as? String } == [old] && duplicates(0)[0]["title"] as? String == "旧合同")
            #expect(duplicates(0)[0]["number"] as? String == "HT-2026-0001" && duplicates(0)[0]["withdrawn"] as? Bool == false)
            #expect(duplicates(1).compactMap { $0["id"] as? String } == [gone] && duplicates(1)[0]["withdrawn"] as? Bool == true)
            #expect(named[2]["offered"] as? String == "c.txt" && duplicates(2).count == (options.isEmpty ? 1 : 0))
        }
        let words = try await program.run("import", files).output
        for word in ["a.txt  原已归档", "\(old)  HT-2026-0001  旧合同", "（已撤回）"] { #expect(words.contains(word), "\(words)") }
        let refused = try await program.run("file", files + "/b.txt", "--type", "contract")
        #expect(refused.exitCode == 65 && refused.errors.contains("（已撤回）"))
    }

    @Test(
        "R-2: a file whose name is in GB18030 is taken from a folder as it is when it is named, and is called by its name",
        arguments: ["import", "watch"])
    func otherEncoding(_ command: String) async throws {
        let program = try await Program()
        let box = try folder(program, "box", [:])
        // 合同.txt
        let name = [UInt8]([0xBA, 0xCF, 0xCD, 0xAC] + Array(".txt".utf8)).map { CChar(bitPattern: $0) } + [0]
        let path = FilePath(box).appending(try #require(FilePath.Component(platformString: name)))
        let file = try FileDescriptor.open(path, .writeOnly, options: [.create], permissions: .ownerReadWrite)
        try file.closeAfter { _ = try file.writeAll("内容".utf8) }
        let options = command == "watch" ? ["--once", "--interval", "1"] : []
        let answer = try await program.run([command, box, "--type", "contract"] + options)
        #expect(answer.exitCode == 0, "\(answer)")
        let found = try await program.run("search", "内容", "--json").json
        #expect(found["total"] as? Int == 1 && "\(found)".contains("合同"), "\(found)")
    }

    @Test("R-50: of a duplicate that whoever imports may not see nothing is told but that it is filed")
    func hiddenDuplicates() async throws {
        let program = try await Program()
        let secret = try await program.file(
            try program.write("old.txt", "秘密的"), "--title", "并购", "--confidentiality", "secret")
        #expect(try await program.run("account", "set", "李明", "--role", "archivist").exitCode == 0)
        let files = try folder(program, "in", ["a.txt": "秘密的"])
        #expect(try await program.run("account", "set", "王芳", "--role", "sales_assistant").exitCode == 0)
        let token = try await program.run("token", "create", "王芳").output.trimmingCharacters(in: .whitespacesAndNewlines)
        for options in [[], ["--json"]] {
            let said = try await program.run(
                ["import", files, "--as", "王芳"] + options, environment: ["MUNIMENT_TOKEN": token])
            #expect(said.exitCode == 65, "\(said)")
            #expect(!(said.output + said.errors).contains(secret) && !(said.output + said.errors).contains("并购"))
        }
    }

    @Test(
        "a hard link to a file of the archive's home or root is not filed; one among somebody's own files is",
        arguments: ["import", "watch"])
    func hardLinks(way: String) async throws {
        let program = try await Program()
        _ = try await program.file(try program.write("first.txt", "有了索引和日志"))
        let secret = program.folder.appendingPathComponent("home/hard.txt").path
        try Data("scrypt 密码".utf8).write(to: URL(fileURLWithPath: secret))
        let files = try folder(program, "in", ["own.txt": "自己的文件"])
        let segment = try #require(try FileManager.default.contentsOfDirectory(atPath: program.root.path + "/journal").first)
        #expect(try await program.run("extraction").exitCode == 0)
        let derived = program.root.path + "/derived/"
        let text = try #require(try FileManager.default.subpathsOfDirectory(atPath: derived).first { $0.hasSuffix(".json") })
        for (name, target) in [
            ("d.txt", derived + text), ("e.txt", program.root.path + "/format/journal.md"),
            ("other.txt", program.folder.path + "/first2.txt"), ("a.txt", secret), ("b.json", program.root.path + "/archive.json"),
            ("c.txt", program.root.path + "/journal/" + segment),
        ] {
            if name == "other.txt" { try Data("别处的文件".utf8).write(to: URL(fileURLWithPath: target)) }
            #expect(link(target, files + "/" + name) == 0)
        }
        let said = try await program.run(
            [way, files] + (way == "watch" ? ["--once", "--interval", "1"] : []))
        #expect(said.exitCode == 66, "\(said)")
        for name in ["a.txt", "b.json", "c.txt", "d.txt", "e.txt"] { #expect(said.output.contains("\(name)  M104"), "\(said.output)") }
        #expect(said.output.contains("硬链接"))
        #expect(try await program.run("search", "", "--json").json["total"] as? Int == 3)
    }
}
