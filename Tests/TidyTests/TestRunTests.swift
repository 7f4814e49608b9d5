import Foundation
import Samples
import Testing

@Suite("The tests themselves can be run by anybody, and leave nothing behind")
struct TestRunTests {
    @Test("where the corpora are not at hand, tests that need them are skipped, say why, and none fails")
    func withoutCorpora() throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: CommandLine.arguments[0])
        process.arguments = [
            "--testing-library", "swift-testing", "--filter", "SearchRetrievalTests|sameAsScanOnRealTexts|CorpusTests|OCFLFixtureTests",
        ]
        process.environment = ProcessInfo.processInfo.environment.merging(["MUNIMENT_CORPORA": ""]) { $1 }
        let output = Pipe()
        (process.standardOutput, process.standardError) = (output, output)
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(text)")
        let skipped = text.split(separator: "\n").filter { $0.contains("skipped") }
        #expect(skipped.count >= 5 && skipped.allSatisfy { $0.contains("MUNIMENT_CORPORA") }, "\(text)")
        #expect(!text.contains("passages.jsonl"))
    }

    @Test("a run leaves no temporary folder, whether it passes, fails or is interrupted", arguments: ["pass", "fail", "interrupt"])
    func leavesNothing(_ ending: String) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("muniment-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let (tools, programs, temporary) = (
            folder.appendingPathComponent("tools"), folder.appendingPathComponent("bin"), folder.appendingPathComponent("tmp")
        )
        for path in [tools, programs, temporary] { try FileManager.default.createDirectory(at: path, withIntermediateDirectories: true) }
        for tool in ["test", "swift-build"] {
            try FileManager.default.copyItem(at: Checkout.file("tools/\(tool)"), to: tools.appendingPathComponent(tool))
        }
        // In Swift's place, and in that of the tests, programs that leave things as Swift's own tools do; the tests say that they are there.
        let leaving = "#!/bin/bash\nmktemp -d; touch \"$MUNIMENT_TEST_MEMORY/left\"\n"
        let swift = """
            #!/bin/bash
            case "$*" in *--show-bin-path*) echo '\(programs.path)'; exit ;; esac

            """
        let tests = """
            echo running
            case \(ending) in fail) exit 3 ;; interrupt) exec tail -f /dev/null ;; esac

            """
        let none = "#!/bin/bash\n"
        for (path, text) in [
            ("bin/swift", swift + leaving), ("bin/munimentPackageTests.xctest", leaving + tests), ("tools/install-dependencies", none),
            ("tools/lint", none),
        ] {
            let place = folder.appendingPathComponent(path)
            try Data(text.utf8).write(to: place)
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: place.path)
        }
        let (process, output) = (Process(), Pipe())
        process.executableURL = tools.appendingPathComponent("test")
        process.environment = ["PATH": "\(programs.path):/usr/bin:/bin", "TMPDIR": temporary.path]
        process.standardOutput = output
        // A thread of the pool holds signals back, and what it starts would too.
        var (noSignals, usual) = (sigset_t(), sigset_t())
        sigemptyset(&noSignals)
        pthread_sigmask(SIG_SETMASK, &noSignals, &usual)
        try process.run()
        pthread_sigmask(SIG_SETMASK, &usual, nil)
        var text = ""
        while !text.contains("running") {
            let more = output.fileHandleForReading.availableData
            if more.isEmpty { break }
            text += String(decoding: more, as: UTF8.self)
        }
        if ending == "interrupt" { process.terminate() }
        process.waitUntilExit()
        #expect(process.terminationStatus == ["pass": 0, "fail": 3, "interrupt": 143][ending])
        #expect(try FileManager.default.contentsOfDirectory(atPath: temporary.path).isEmpty)
        let made = text.split(separator: "\n").filter { $0.hasPrefix("/") }
        #expect(!made.isEmpty && made.allSatisfy { !FileManager.default.fileExists(atPath: String($0)) })
    }

    @Test("no page names a place that its reader cannot have")
    func pages() throws {
        let docs = Checkout.file("docs")
        let pages = try FileManager.default.contentsOfDirectory(at: docs, includingPropertiesForKeys: nil)
        let others = ["README.md", "README.zh.md", "CONTRIBUTING.md", "CHANGELOG.md"].map { Checkout.file($0) }
        for page in pages + others {
            #expect(!(try String(contentsOf: page, encoding: .utf8)).contains("shared/"), "\(page.lastPathComponent)")
        }
    }
}
