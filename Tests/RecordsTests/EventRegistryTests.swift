import Foundation
import Records
import Samples
import Testing

/// What each event type must bring along; a new one that lacks something fails here.
@Suite("Each type of event")
struct EventRegistryTests {
    @Test("is listed once, with words in both languages")
    func once() {
        let types = EventRegistry.kinds.map(\.type)
        #expect(Set(types).count == types.count)
        for kind in EventRegistry.kinds { #expect(!kind.title.chinese.isEmpty && !kind.title.english.isEmpty, "\(kind.type)") }
    }

    @Test("has a schema, and no schema is without its type")
    func schemas() throws {
        let folder = Checkout.file("schemas/events").path
        let files = Set(try FileManager.default.contentsOfDirectory(atPath: folder)).subtracting(["common.json", "header.json"])
        #expect(files == Set(EventRegistry.kinds.map { $0.type.replacing("/", with: ".") + ".json" }))
    }

    @Test("has a sample that is read back as it was written, with subjects a header can hold", arguments: EventRegistry.kinds.indices)
    func sample(_ index: Int) throws {
        let kind = EventRegistry.kinds[index]
        let payload = Payload(salt: "00", date: CivilDate(daysSince1970: 20_000), request: nil, event: kind.sample)
        let bytes = try payload.bytes()
        let read = try Payload(bytes, of: kind.type)
        #expect(type(of: read.event).type == kind.type)
        #expect(try read.bytes() == bytes)
        #expect(read.event.subjects == kind.sample.subjects)
        #expect(kind.sample.subjects.count <= 64 && kind.sample.subjects.allSatisfy { $0.utf8.count == 13 })
    }

    @Test("is told to the control register (R-56) just where its type conforms to that")
    func controlled() {
        for kind in EventRegistry.kinds { #expect(kind.isControlled == (kind.sample is any Controlled), "\(kind.type)") }
        #expect(EventRegistry.kinds.contains { $0.isControlled })
    }

    @Test("of a newer program is refused by its name")
    func unknown() {
        #expect(throws: Payload.Unreadable.unknownType("hold.sung/1")) { try Payload(Array("{}".utf8), of: "hold.sung/1") }
    }
}
