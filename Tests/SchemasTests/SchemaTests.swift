import Foundation
import Samples
import Schemas
import Testing

@Suite("What is embedded in the program")
struct SchemaTests {
    @Test("is each file of schemas/ but the description that is made, and the pages of an archive's own folder, byte for byte")
    func embedded() throws {
        let made = "schemas/openapi.yaml"
        let below = try #require(FileManager.default.subpaths(atPath: Checkout.file("schemas").path)).map { "schemas/" + $0 }
        let files = (below + ["docs/journal.md", "docs/storage-layout.md"]).filter { $0 != made && $0 != "schemas/events" }
        #expect(Set(Schema.files.keys) == Set(files))
        for path in files { #expect(try Schema.files[path] == Array(Data(contentsOf: Checkout.file(path))), "\(path)") }
    }

    @Test("has the catalogue's steps in their order, each once")
    func migrations() {
        let numbers = Schema.migrations.compactMap { Int($0.name.dropFirst("catalogue".count).prefix(3)) }
        #expect(numbers == Array(1...Schema.migrations.count))
    }
}
