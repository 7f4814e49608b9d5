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

/// What waits for archives, networks, people and browsers, doors and tests: optimizing it would cost more time than it gains.
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
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: ["FullFoundation"]),
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
                "WebService", "Archive", "FileStore", "Journal", "Extraction", "Wording", "Retention", "Records", "Disk",
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
        .target(name: "Schemas", dependencies: ["CSchemas"], swiftSettings: strict),
        .target(name: "CSchemas"),
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
        .target(name: "Samples", path: "Tests/Samples", swiftSettings: unhurried),
        .target(name: "Lives", dependencies: ["Records", "Samples"], path: "Tests/Lives", swiftSettings: unhurried),
        .target(name: "DiskModel", dependencies: ["Disk", "Samples", system], path: "Tests/DiskModel", swiftSettings: unhurried),
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
            swiftSettings: unhurried),
        .testTarget(
            name: "CredentialsTests", dependencies: ["Archive", "Journal", "DiskModel", "Disk", "Records", system], swiftSettings: unhurried
        ),
        .testTarget(name: "DiskTests", dependencies: ["Disk", "DiskModel", system], swiftSettings: unhurried),
        .testTarget(
            name: "EndToEndTests", dependencies: ["Wording", "Records", "Samples", "Lives", subprocess, system],
            exclude: ["check_events.py", "check_evidence.py", "check_pages.py", "forge_evidence.py"],
            swiftSettings: unhurried),
        .testTarget(name: "ExchangeTests", dependencies: ["Exchange", "Wording", "Records", "Samples"], swiftSettings: unhurried),
        .executableTarget(
            name: "ConfinementProbe", dependencies: ["Extraction", "CLinux"], path: "Tests/ConfinementProbe", swiftSettings: unhurried),
        .testTarget(
            name: "ExtractionTests", dependencies: ["ConfinementProbe", "Extraction", "Disk", "Records", "Samples", crypto, system],
            swiftSettings: unhurried),
        .testTarget(
            name: "FileStoreTests", dependencies: ["FileStore", "Wording", "Records", "Samples", "Disk", "DiskModel", crypto, system],
            swiftSettings: unhurried),
        .testTarget(
            name: "JournalTests", dependencies: ["Journal", "Wording", "DiskModel", "Disk", "Records", "Samples", system],
            exclude: ["check_journal.py"],
            swiftSettings: unhurried),
        .testTarget(name: "RecordsTests", dependencies: ["Records", "Samples"], swiftSettings: unhurried),
        .testTarget(name: "RetentionTests", dependencies: ["Retention", "Records", "Samples"], swiftSettings: unhurried),
        .testTarget(name: "SchemasTests", dependencies: ["Schemas", "Samples"], swiftSettings: unhurried),
        .testTarget(name: "TidyTests", dependencies: ["Samples"], swiftSettings: unhurried),
        .testTarget(name: "WordingTests", dependencies: ["Wording", "Retention", "Records", "Samples"], swiftSettings: unhurried),
        .testTarget(
            name: "WebServiceTests",
            dependencies: [
                "WebService", "Archive", "Catalogue", "Wording", "Records", "Disk", "Samples", httpTypes, hummingbird, log, mustache, nio,
                nioHTTP, nioHTTPTypes, nioHTTPTypes1, nioPosix, system,
            ],
            swiftSettings: unhurried),
    ]
)
