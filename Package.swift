// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

let package = Package(
    name: "courtois",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "courtois", targets: ["courtois"])],
    dependencies: [
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        .systemLibrary(name: "CLibcrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(name: "CHunspell", pkgConfig: "hunspell", providers: [.apt(["libhunspell-dev"])]),
        .systemLibrary(name: "CMemory"),
        .systemLibrary(name: "CPrefetch"),
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .target(name: "Cryptography", dependencies: ["CLibcrypto"], swiftSettings: strict),
        .target(name: "IntentEngine", dependencies: ["CPrefetch"], swiftSettings: strict),
        .target(name: "Desk", dependencies: ["IntentEngine"], swiftSettings: strict),
        .target(
            name: "IntentFiles",
            dependencies: ["Cryptography", "Desk", "IntentEngine", .product(name: "Yams", package: "Yams")], swiftSettings: strict),
        .target(name: "CurlTransport", dependencies: ["CCurl", "Desk"], swiftSettings: strict),
        .target(name: "Channels", dependencies: ["Cryptography", "Desk", "IntentEngine"], swiftSettings: strict),
        .target(
            name: "SQLiteStore",
            dependencies: [
                "CSQLite", "Cryptography", "Desk", "IntentEngine", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            swiftSettings: strict),
        .target(
            name: "DeskServer",
            dependencies: [
                "Channels", "Cryptography", "Desk", "IntentEngine", .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ], swiftSettings: strict),
        .target(
            name: "DeskPages",
            dependencies: [
                "Channels", "Cryptography", "Desk", "DeskServer", "IntentEngine",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "Mustache", package: "swift-mustache"), .product(name: "Logging", package: "swift-log"),
            ],
            resources: [.embedInCode("Templates"), .embedInCode("Assets")], swiftSettings: strict),
        .target(name: "Spelling", dependencies: ["CHunspell", "Desk", "IntentEngine"], swiftSettings: strict),
        .executableTarget(
            name: "courtois",
            dependencies: [
                "CMemory", "Channels", "Cryptography", "CurlTransport", "Desk", "DeskPages", "DeskServer", "IntentEngine", "IntentFiles",
                "SQLiteStore", "Spelling",
                .product(name: "ArgumentParser", package: "swift-argument-parser"), .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ], swiftSettings: strict),
        .executableTarget(
            name: "courtois-bench", dependencies: ["IntentEngine", "IntentFiles"], path: "Benchmarks", swiftSettings: strict),
        .target(
            name: "Support", dependencies: ["Cryptography", "Desk", "IntentEngine", "Peers"], path: "Tests/Support", swiftSettings: strict),
        .executableTarget(
            name: "courtois-stress", dependencies: ["Channels", "CurlTransport", "Desk", "IntentEngine", "Peers", "SQLiteStore"],
            path: "Stress", swiftSettings: strict),
        .executableTarget(
            name: "courtois-load",
            dependencies: [
                "Desk", "IntentFiles", "Peers", "SQLiteStore", .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
            ], path: "Load", swiftSettings: strict),
        .systemLibrary(name: "CSpawn", path: "Tests/CSpawn"),
        .target(name: "Peers", dependencies: ["CSpawn"], path: "Tests/Peers", swiftSettings: strict),
        .target(name: "WebDriver", dependencies: ["Peers"], path: "Tests/WebDriver", swiftSettings: strict),
        .testTarget(name: "ArchitectureTests", swiftSettings: strict),
        .target(
            name: "DeskHouse",
            dependencies: [
                "Channels", "Cryptography", "Desk", "DeskPages", "DeskServer", "IntentFiles", "Peers", "SQLiteStore", "Support",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ], path: "Tests/DeskHouse", swiftSettings: strict),
        .testTarget(
            name: "DeskPagesTests",
            dependencies: [
                "Channels", "Cryptography", "Desk", "DeskHouse", "DeskPages", "DeskServer", "IntentEngine", "Peers", "SQLiteStore",
                "Support",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "BrowserTests", dependencies: ["Desk", "DeskHouse", "Peers", "SQLiteStore", "Support", "WebDriver"], swiftSettings: strict
        ),
        .testTarget(
            name: "ChannelsTests", dependencies: ["Channels", "Cryptography", "Desk", "IntentEngine", "Support"],
            exclude: ["Vectors"], swiftSettings: strict),
        .testTarget(name: "CryptographyTests", dependencies: ["Cryptography"], swiftSettings: strict),
        .testTarget(
            name: "CommandTests", dependencies: ["Desk", "Peers", "Support", "courtois"], exclude: ["Golden"], swiftSettings: strict),
        .testTarget(
            name: "ReviewTests", dependencies: ["Desk", "IntentEngine", "Support", "courtois"], exclude: ["Golden"],
            swiftSettings: strict),
        .testTarget(name: "CurlTransportTests", dependencies: ["CurlTransport", "Desk", "Peers", "Support"], swiftSettings: strict),
        .testTarget(
            name: "DeliveryTests",
            dependencies: ["Channels", "CurlTransport", "Desk", "Peers", "SQLiteStore", "Cryptography", "Support", "courtois"],
            swiftSettings: strict),
        .testTarget(
            name: "DeskServerTests",
            dependencies: [
                "Channels", "Cryptography", "Desk", "DeskServer", "IntentEngine", "IntentFiles", "Peers", "SQLiteStore", "Support",
                "courtois",
                .product(name: "GRDB", package: "GRDB.swift"), .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ], swiftSettings: strict),
        .testTarget(name: "IntentEngineTests", dependencies: ["IntentEngine", "Support"], swiftSettings: strict),
        .testTarget(
            name: "DeskTests", dependencies: ["Cryptography", "Desk", "IntentEngine", "IntentFiles", "Support"], swiftSettings: strict),
        .testTarget(
            name: "SQLiteStoreTests",
            dependencies: ["Desk", "DeskHouse", "IntentEngine", "SQLiteStore", "Support", .product(name: "GRDB", package: "GRDB.swift")],
            swiftSettings: strict),
        .testTarget(
            name: "IntentFilesTests", dependencies: ["Desk", "IntentEngine", "IntentFiles", "Peers", "Support"], exclude: ["Judge"],
            swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)
