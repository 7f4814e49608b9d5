import Records
import Testing

@Suite("A party's codes have the check characters of their standards")
struct PartyCodeTests {
    @Test(
        "a right code is read as people write it",
        arguments: [
            (PartyCodeKind.credit, "91350100M000100Y43", "91350100M000100Y43"), (.credit, "91440300 192203821 6", "914403001922038216"),
            (.credit, "９１３５０１００m000100y43", "91350100M000100Y43"), (.registration, "110108000000016", "110108000000016"),
            (.organization, "D2143569-X", "D2143569X"), (.personal, "11010519491231002x", "11010519491231002X"),
            (.foreign, "hrb 12345", "HRB12345"),
        ])
    func right(_ kind: PartyCodeKind, _ written: String, _ code: String) throws {
        #expect(try PartyCode(kind, written).code == code)
    }

    @Test(
        "a wrong check character is refused with the right one, and another form as no such code",
        arguments: [
            (PartyCodeKind.credit, "91350100M000100Y4Z", PartyCode.Refusal.check("3")), (.credit, "91350100M000100Y42", .check("3")),
            (.credit, "91350100M000100Y4", .form), (.credit, "91350100MI00100Y43", .form), (.registration, "110108000000017", .check("6")),
            (.registration, "11010800000001X", .check("6")), (.organization, "D21435690", .check("X")),
            (.personal, "110105194912310021", .check("X")),
            (.personal, "11010519491231002", .form), (.foreign, "", .form), (.foreign, String(repeating: "1", count: 41), .form),
        ])
    func wrong(_ kind: PartyCodeKind, _ written: String, _ refusal: PartyCode.Refusal) {
        #expect(throws: refusal) { try PartyCode(kind, written) }
    }

    @Test(
        "one wrong character, or two neighbours exchanged, is noticed wherever it is",
        arguments: ["91350100M000100Y43", "914403001922038216"])
    func slips(_ code: String) {
        let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")
        let characters = Array(code)
        for place in characters.indices {
            for other in alphabet where other != characters[place] {
                var changed = characters
                changed[place] = other
                #expect(throws: PartyCode.Refusal.self) { try PartyCode(.credit, String(changed)) }
            }
            guard place + 1 < characters.count, characters[place] != characters[place + 1] else { continue }
            var exchanged = characters
            exchanged.swapAt(place, place + 1)
            #expect(throws: PartyCode.Refusal.self) { try PartyCode(.credit, String(exchanged)) }
        }
    }
}
