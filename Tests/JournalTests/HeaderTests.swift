import Records
import Testing

@testable import Journal

@Suite("A header")
struct HeaderTests {
    private let header = EventHeader(
        sequence: 17, group: 16, at: Timestamp(milliseconds: 1_795_507_200_123), actor: "operator",
        type: EventType("document.version-made/1") ?? { preconditionFailure("a type") }(), subjects: ["D7K3M9QXT2VHT", "P1"],
        payload: JournalDigest(of: Array("{}".utf8)), previous: .zero)

    @Test("is written byte for byte as docs/journal.md says")
    func exactBytes() {
        let expected =
            #"{"seq":17,"group":16,"at":"2026-11-24T08:00:00.123Z","actor":"operator","type":"document.version-made/1","#
            + #""subject":["D7K3M9QXT2VHT","P1"],"payload":"44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a","#
            + #""prev":"0000000000000000000000000000000000000000000000000000000000000000"}"#
        #expect(String(decoding: header.bytes, as: UTF8.self) == expected)
        #expect(EventHeader(bytes: header.bytes[...]) == header)
    }

    @Test("is read in no other form: whatever one byte is changed to, it is refused or another header, and writes itself back")
    func noOtherForm() {
        let bytes = header.bytes
        for index in bytes.indices {
            for byte in Array(" 0aA\"\\{}[],:\t".utf8) + [0, 255] where byte != bytes[index] {
                var changed = bytes
                changed[index] = byte
                guard let read = EventHeader(bytes: changed[...]) else { continue }
                #expect(read != header)
                #expect(read.bytes == changed)
            }
        }
        for index in bytes.indices { #expect(EventHeader(bytes: bytes[..<index]) == nil) }
        #expect(EventHeader(bytes: (bytes + [32])[...]) == nil)
    }

    @Test(
        "takes types of the form noun.verb/version only",
        arguments: [
            "document.filed", "document/1", ".filed/1", "document./1", "Document.filed/1", "document.filed/0", "document.filed/01",
            "document.filed/",
            "document.filed/1x", "a.b.c/1", "文.filed/1", "document.filed-/1", "", "a.b/9999999",
        ])
    func types(_ name: String) { #expect(EventType(name) == nil) }

    @Test("takes every type that there is", arguments: EventRegistry.kinds.map(\.type))
    func allTypes(_ type: String) { #expect(EventType(type)?.name == type) }
}
