// swift-tools-version: 6.2
import PackageDescription

/// What tests need in an optimized build to see what is internal; not in the program that is installed.
let testable: [SwiftSetting] =
    Context.environment["MUNIMENT_TESTABLE"] == nil ? [] : [.unsafeFlags(["-enable-testing"], .when(configuration: .release))]

/// What every target of ours is held to: Swift 6, each warning an error, and imports that show what leaks.
let strict: [SwiftSetting] =
    [
        .swiftLanguageMode(.v6),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .treatAllWarnings(as: .error),
    ] + testable

/// What waits for archives, networks, people and browsers, doors and tests: optimizing it would cost more time than it takes.
let unhurried: [SwiftSetting] = strict + [.unsafeFlags(["-Onone"], .when(configuration: .release))]

/// What puts Swift's libraries into the program, for it must start where there is no Swift. The linker alone is told, so that the program,
/// its tests and its manual are made of the same objects; these find Foundation's parts at run time and do not name what is below them.
let selfContained: [LinkerSetting] = [
    .unsafeFlags(
        ["-static-stdlib"]
            + [
                "Foundation", "FoundationInternationalization", "FoundationEssentials", "CoreFoundation", "_FoundationICU",
                "_FoundationCollections", "_FoundationCShims", "stdc++", "m",
            ].map { "-l\($0)" },
        .when(platforms: [.linux]))
]

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let hummingbirdCore = Target.Dependency.product(name: "HummingbirdCore", package: "hummingbird")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let log = Target.Dependency.product(name: "Logging", package: "swift-log")
let nio = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioHTTP = Target.Dependency.product(name: "NIOHTTP1", package: "swift-nio")
let nioHTTPTypes1 = Target.Dependency.product(name: "NIOHTTPTypesHTTP1", package: "swift-nio-extras")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let nioHTTPTypes = Target.Dependency.product(name: "NIOHTTPTypes", package: "swift-nio-extras")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")
let system = Target.Dependency.product(name: "SystemPackage", package: "swift-system")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

/// The forms of the journal's events, each embedded in the program; `Schema.events` hands them out.
let eventSchemas = [
    "access.refused.1", "access.refused.2", "account.department-set.1", "account.set.1", "archive.created.1", "archive.restored.1",
    "batch.appraised.1", "batch.approved.1", "batch.cancelled.1", "batch.certified.1", "batch.confirmed.1", "batch.executed.1",
    "batch.items-dropped.1", "batch.post-vacant.1", "batch.proposed.1", "batch.redaction-proposed.1", "batch.signed.1",
    "batch.supervised.1", "batch.words-redaction-proposed.1", "clock.accepted.1",
    "common", "content.sent.1",
    "digest.differed.1", "disposal.delegated.1", "disposal.delegation-ended.1", "disposal.duties-set.1", "document.classified.1",
    "document.destruction-begun.1",
    "document.edited.1", "document.erased.1", "document.filed.1", "document.redacted.1", "document.redaction-begun.1",
    "document.reinstated.1", "document.related.1",
    "document.restricted-opened.1", "document.restricted.1", "document.restriction-lifted.1", "document.retention-extended.1",
    "document.rule-set.1", "document.unrelated.1", "document.version-made.1", "document.withdrawn.1", "document.words-marked.1",
    "document.words-redacted.1",
    "document.words-redaction-begun.1", "dossier.assigned.1", "dossier.closed.1", "dossier.item-marked.1", "dossier.led.1",
    "dossier.merged.1", "dossier.templated.1", "dossier.templates-loaded.1",
    "dossier.linked.1", "dossier.opened.1", "dossier.reopened.1", "dossier.unlinked.1", "evidence.given.1", "fact.recorded.1",
    "grant.ended.1", "grant.given.1", "header", "hold.caught.1", "hold.lifted.1", "hold.placed.1", "list.exported.1", "list.exported.2",
    "matter.opened.1",
    "loan.consented.1", "loan.rules-set.1", "matter.settled.1", "number.explained.1", "number.reserved.1", "numbering.set.1",
    "objects.checked.1", "original.custody-changed.1",
    "original.registered.1", "pack.exported.1", "pack.issued.1", "pack.item-said.1", "pack.made.1", "pack.signed.1", "party.listed.1",
    "party.edited.1", "party.merged.1", "party.parted.1", "party.registered.1", "password.set.1", "receivers.loaded.1", "schedule.loaded.1",
    "schedule.loaded.2",
    "scheme.loaded.1",
    "scheme.loaded.2", "scheme.loaded.3",
    "secrets.found.1",
    "sign-in.failed.1", "sign-in.failed.2", "site.edited.1", "site.registered.1", "stocktake.recorded.1", "token.issued.1",
    "token.revoked.1", "transmittal.carriage-set.1", "transmittal.received.1", "transmittal.sent.1", "transmittal.settled.1",
]

/// Pages that are not embedded in the program.
let otherPages = [
    "architecture.md", "backup.md", "commands.md", "errors.md", "extraction.md", "first-hour.md", "first-hour.zh.md", "glossary.md",
    "http.md",
    "measurements.md", "ocfl.md",
    "retention.md", "rights.md", "search.md", "disposal.md", "dossiers.md", "evidence.md", "finance.md", "originals.md", "packs.md",
    "transmittals.md",
    "customer-service.md", "parties.md",
]

/// What pages are made of, embedded in the program.
let pageFiles = [
    "Accounts/sign-in.mustache", "Documents/document.mustache", "Pages/frame.mustache", "Pages/icon.svg", "Pages/problem.mustache",
    "Pages/programs.mustache", "Pages/style.css", "Retaining/due.mustache", "Retaining/simulation.mustache", "Retaining/retention.mustache",
    "Disposing/disposals.mustache", "Disposing/disposal.mustache", "Disposing/destroyed.mustache", "Disposing/redaction.mustache",
    "Accounts/next.mustache", "Dossiers/dossier.mustache", "Dossiers/dossiers.mustache", "Originals/original.mustache",
    "Originals/originals.mustache", "Packs/pack.mustache", "Packs/packs.mustache", "Transmittals/transmittal.mustache",
    "Transmittals/transmittals.mustache", "Parties/parties.mustache",
    "Parties/party.mustache",
    "Restricting/restricted.mustache",
    "Searching/search.mustache",
    "Verifying/statistics.mustache",
]

let package = Package(
    name: "muniment",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "muniment", targets: ["MunimentCLI"])],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/apple/swift-nio.git", from: "2.86.0"),
        .package(url: "https://github.com/apple/swift-nio-extras.git", from: "1.29.0"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        // The house, from the top floor down: a target imports only targets below it.
        .executableTarget(
            name: "MunimentCLI",
            dependencies: [
                "WebService", "Archive", "FileStore", "Journal", "Extraction", "Wording", "Records", "Disk",
                "CLinux", arguments, hummingbird, log, yams, system,
            ],
            swiftSettings: unhurried, linkerSettings: selfContained),
        .target(
            name: "WebService",
            dependencies: [
                "Archive", "Exchange", "Retention", "FileStore", "Journal", "Wording", "Records", "Schemas", "CLinux", crypto, httpTypes,
                hummingbird, hummingbirdCore, log, mustache, nio, nioHTTP, nioHTTPTypes, yams,
            ],
            resources: pageFiles.map { .embedInCode($0) }, swiftSettings: unhurried),
        .target(
            name: "Archive",
            dependencies: [
                "Retention", "Exchange", "Catalogue", "FileStore", "Journal", "Extraction", "Wording", "Records", "Disk", "Schemas",
                "FormatPages",
                "CLinux", crypto, cryptoExtras, yams, system,
            ],
            swiftSettings: strict),
        .target(
            name: "Exchange", dependencies: ["Wording", "Records", "CPaper", "CXLSXWriter", "CZint", "CZlib", crypto, mustache],
            resources: [.embedInCode("Packing/pack-index.mustache")], swiftSettings: strict),
        .target(
            name: "Catalogue", dependencies: ["Retention", "Wording", "Records", "Disk", "Schemas", crypto, grdb, sqlite, system],
            swiftSettings: strict),
        .target(name: "FileStore", dependencies: ["Wording", "Records", "Disk", crypto, system], swiftSettings: strict),
        .target(name: "Journal", dependencies: ["Wording", "Records", "Disk", crypto, system], swiftSettings: strict),
        .target(
            name: "Extraction",
            dependencies: [
                "Records", "Disk", "CLinux", "CLibMagic", "CLibArchive", "CLibCrypto", "CZlib", "CXML", "CGMime", "CUchardet", system,
            ],
            swiftSettings: strict),
        .target(name: "Wording", dependencies: ["Retention", "Records", system], swiftSettings: strict),
        .target(name: "Retention", dependencies: ["Records"], swiftSettings: strict),
        .target(name: "Records", swiftSettings: strict),
        .target(name: "Disk", dependencies: ["CLinux", system], swiftSettings: strict),
        .target(
            name: "Schemas", path: "schemas", exclude: ["openapi.yaml"],
            resources: ([
                "catalogue001.sql", "catalogue002-search.sql", "variants.txt", "document-types.yaml", "scheme.yaml", "schedule.yaml",
                "catalogue003-retention.sql", "catalogue004-parties.sql", "catalogue005-due.sql", "catalogue006-grants.sql",
                "catalogue007-restores.sql", "catalogue008-disposal.sql", "catalogue009-redaction.sql", "catalogue010-duties.sql",
                "catalogue011-parties.sql", "catalogue012-merged-parties.sql", "catalogue013-judgements.sql", "catalogue014-dossiers.sql",
                "catalogue015-originals.sql", "catalogue016-loans.sql", "catalogue017-stocktakes.sql", "catalogue018-packs.sql",
                "catalogue019-growth.sql", "catalogue020-transmittals.sql",
                "loans.yaml", "receivers.yaml", "pack.schema.json",
                "dossier-templates.yaml", "initials.txt",
                "openapi-bytes.yaml",
                "storage-readme.txt",
            ] + eventSchemas.map { "events/\($0).json" }).map { .embedInCode($0) }, swiftSettings: strict),
        // The pages that go into each archive's folder lie where all pages do.
        .target(
            name: "FormatPages", path: "docs", exclude: otherPages,
            resources: ["journal.md", "storage-layout.md"].map { .embedInCode($0) },
            swiftSettings: strict),
        .target(name: "CLinux", linkerSettings: [.linkedLibrary("seccomp")]),
        .target(name: "CGMime", dependencies: ["CGMimeLibrary"]),
        .systemLibrary(name: "CGMimeLibrary", pkgConfig: "gmime-3.0", providers: [.apt(["libgmime-3.0-dev"])]),
        .systemLibrary(name: "CLibCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CLibArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
        .systemLibrary(name: "CLibMagic", pkgConfig: "libmagic", providers: [.apt(["libmagic-dev"])]),
        .systemLibrary(name: "CLibXMLHeaders", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .target(name: "CXML", dependencies: ["CLibXMLHeaders"]),
        .target(
            name: "CPaper", dependencies: ["CPangoLibrary"], linkerSettings: [.linkedLibrary("pangoft2-1.0"), .linkedLibrary("fontconfig")]),
        .systemLibrary(name: "CPangoLibrary", pkgConfig: "pangocairo", providers: [.apt(["libpango1.0-dev", "libcairo2-dev"])]),
        .systemLibrary(name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .systemLibrary(name: "CZint", providers: [.apt(["libzint-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CUchardet", pkgConfig: "uchardet", providers: [.apt(["libuchardet-dev"])]),

        // What the house costs, beside what it cannot cost less than.
        .executableTarget(
            name: "Benchmark",
            dependencies: [
                "Archive", "Catalogue", "FileStore", "Journal", "Extraction", "Records", "Samples", "Disk", arguments, crypto, grdb, system,
            ],
            path: "tools/benchmark", swiftSettings: strict),

        // Tests, arranged like the sources.
        .target(name: "Samples", path: "Tests/Samples", swiftSettings: strict),
        .target(name: "Lives", dependencies: ["Records", "Samples"], path: "Tests/Lives", swiftSettings: strict),
        .target(name: "DiskModel", dependencies: ["Disk", "Samples", system], path: "Tests/DiskModel", swiftSettings: strict),
        .testTarget(
            name: "ArchiveTests",
            dependencies: [
                "Archive", "Catalogue", "FileStore", "Journal", "Extraction", "Wording", "Records", "Disk", "DiskModel", "Samples", "Lives",
                grdb,
                crypto, system,
            ],
            swiftSettings: unhurried),
        .testTarget(
            name: "CatalogueTests", dependencies: ["Catalogue", "Records", "Samples", "Wording", "Schemas", grdb, sqlite],
            swiftSettings: strict),
        .testTarget(
            name: "CredentialsTests", dependencies: ["Archive", "Journal", "DiskModel", "Disk", "Records", system], swiftSettings: strict),
        .testTarget(name: "DiskTests", dependencies: ["Disk", "DiskModel", system], swiftSettings: strict),
        .testTarget(
            name: "EndToEndTests", dependencies: ["Wording", "Records", "Samples", "Lives", subprocess, system],
            exclude: ["check_events.py", "check_evidence.py", "check_pages.py", "forge_evidence.py"],
            swiftSettings: unhurried),
        .testTarget(name: "ExchangeTests", dependencies: ["Exchange", "Wording", "Records", "Samples"], swiftSettings: strict),
        .executableTarget(
            name: "ConfinementProbe", dependencies: ["Extraction", "CLinux"], path: "Tests/ConfinementProbe", swiftSettings: strict),
        .testTarget(
            name: "ExtractionTests", dependencies: ["ConfinementProbe", "Extraction", "Disk", "Records", "Samples", system],
            swiftSettings: strict),
        .testTarget(
            name: "FileStoreTests", dependencies: ["FileStore", "Wording", "Records", "Samples", "Disk", "DiskModel", crypto, system],
            swiftSettings: strict),
        .testTarget(
            name: "JournalTests", dependencies: ["Journal", "DiskModel", "Disk", "Records", "Samples", system],
            exclude: ["check_journal.py"],
            swiftSettings: strict),
        .testTarget(name: "RecordsTests", dependencies: ["Records", "Samples"], swiftSettings: strict),
        .testTarget(name: "RetentionTests", dependencies: ["Retention", "Records", "Samples"], swiftSettings: strict),
        .testTarget(name: "TidyTests", dependencies: ["Samples"], swiftSettings: unhurried),
        .testTarget(name: "WordingTests", dependencies: ["Wording", "Retention", "Records", "Samples"], swiftSettings: strict),
        .testTarget(
            name: "WebServiceTests",
            dependencies: [
                "WebService", "Archive", "Catalogue", "Wording", "Records", "Disk", "Samples", httpTypes, hummingbird, log, mustache, nio,
                nioHTTP, nioHTTPTypes, nioHTTPTypes1, nioPosix, system,
            ],
            swiftSettings: unhurried),
    ]
)
