import Foundation
import Testing

@testable import Extraction

@Suite("Text is read whatever it is written in")
struct EncodingTests {
    @Test(
        "UTF-16 without a mark, in either order",
        arguments: [
            "合同编号：HT-2025-018\n甲方：恒暖空调有限公司\n乙方：南京某某大学\n", "Date,Bid\r\n2025-01-02,1.08\r\n", "Договор № 18\nСторона А\n",
        ])
    func wide(_ text: String) throws {
        for (encoding, name) in [(String.Encoding.utf16BigEndian, "UTF-16BE"), (.utf16LittleEndian, "UTF-16LE")] {
            let found = TextDecoder.decode(Array(try #require(text.data(using: encoding))))
            #expect(found?.encoding == name)
            #expect(found?.text == text)
        }
    }

    @Test("what only has zeros in it is no text")
    func binary() {
        var bytes = (0..<4000).map { UInt8(truncatingIfNeeded: $0 &* 7919 >> 3) }
        bytes[100] = 0
        #expect(TextDecoder.decode(bytes) == nil)
        #expect(TextDecoder.decode([UInt8](repeating: 0, count: 4000)) == nil)
    }

    @Test("a packed object of an old presentation is unpacked, and its file has the name it was given")
    func embedded() throws {
        // Made with zlib: "text of the object".
        let packed = try #require(Data(base64Encoded: "eJwrSa0oUchPUyjJSFXIT8pKTS4BAD+TBrM="))
        #expect(EmbeddedObject.inflate(Array(packed)[...]).map { String(decoding: $0, as: UTF8.self) } == "text of the object")
        #expect(EmbeddedObject.inflate([1, 2, 3]) == nil)
        #expect(EmbeddedObject.file(in: Array("no compound file".utf8)) == nil)
    }
}
