import Foundation
import Samples
import Subprocess
import SystemPackage
import Testing

/// A way through the pages that `check_pages.py` goes in a real browser, as a person does.
enum BrowserWalk {
    static let samples = Checkout.file("samples")
    static let account = "陈国清"
    static let password = "冷却塔-2026-夏"

    static var isHere: Bool { FileManager.default.isExecutableFile(atPath: "/usr/bin/chromium") }
    static let missing: Comment = "there is no /usr/bin/chromium; tools/install-dependencies --tests installs it"

    /// A desktop and a phone, and a desktop without scripts, which people's ways need nowhere.
    enum Window: String, CaseIterable {
        case desktop = "1280x800 yes"
        case phone = "390x844 yes"
        case withoutScripts = "1280x800 no"

        var arguments: [String] { rawValue.split(separator: " ").map(String.init) }
    }

    /// Goes a way in some windows, one after the other, on the archive of a program.
    static func go(_ way: String, in windows: [Window], on program: Program) async throws {
        let service = try await Service(program)
        let link = try await program.run("account", "link", account).output.trimmingCharacters(in: .whitespacesAndNewlines)
        let path = try #require(link.firstRange(of: "/sign-in").map { String(link[$0.lowerBound...]) }, "\(link)")
        let walked = try await run(
            .path(FilePath(Checkout.file(".build-tools/venv/bin/python3").path)),
            arguments: Arguments([Checkout.file("Tests/EndToEndTests/check_pages.py").path, way] + windows.flatMap(\.arguments)),
            environment: .inherit.updating([
                "ADDRESS": service.address, "LINK": path, "ACCOUNT": account, "PASSWORD": password, "FOLDER": samples.path,
                "PYTHONDONTWRITEBYTECODE": "1",
            ]),
            output: .string(limit: 1 << 20), error: .string(limit: 1 << 20))
        #expect(walked.terminationStatus.isSuccess, "\(walked.standardOutput) \(walked.standardError)")
        try await service.stop()
    }
}
