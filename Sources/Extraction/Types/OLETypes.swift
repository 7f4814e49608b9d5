/// What a compound file (MS-CFB) is, by the names in its directory: entries of 128 bytes, names in UTF-16.
enum OLETypes {
    static let signature: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

    private static let telling: [(String, String)] = [
        ("EncryptedPackage", "application/x-ole-storage"), ("WordDocument", "application/msword"), ("Workbook", "application/vnd.ms-excel"),
        ("Book", "application/vnd.ms-excel"), ("PowerPoint Document", "application/vnd.ms-powerpoint"),
        ("__properties_version1.0", "application/vnd.ms-outlook"), ("MatOST", "application/vnd.ms-works"),
        ("MM", "application/vnd.ms-works"),
        ("CONTENTS", "application/vnd.ms-works"),
    ]

    /// How much of the file is searched for directory entries.
    private static let most = 64 << 20

    static func type(of file: OpenFile) -> String {
        let names = CompoundFile(file.read(min(file.size, most)))?.rootNames ?? []
        return telling.first { names.contains($0.0) }?.1 ?? "application/x-ole-storage"
    }

    /// Whether it holds an office file that needs a password (MS-OFFCRYPTO 2.3.4).
    static func isEncryptedPackage(_ file: OpenFile) -> Bool {
        CompoundFile(file.read(min(file.size, most)))?.rootNames.contains("EncryptedPackage") ?? false
    }
}
