import Records
import Testing

@Suite("Identifiers survive being read aloud and typed from paper")
struct IdentifierTests {
    @Test(
        "any case, hyphens or none, and I, L for 1 and O for 0 after the kind letter",
        arguments: [
            "D-7K3M-9QXT-2VHT", "D7K3M9QXT2VHT", "d-7k3m-9qxt-2vht", "D 7K3M 9QXT 2VHT",
        ])
    func forms(_ text: String) throws {
        #expect(try DocumentID(text).description == "D-7K3M-9QXT-2VHT")
    }

    @Test("one wrong symbol is always noticed, and nearly every exchange of two neighbours")
    func checkSymbol() throws {
        let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
        var (exchanges, unnoticed) = (0, 0)
        for _ in 0..<200 {
            let id = Array(DocumentID.random().compact)
            for place in 1...12 {
                for symbol in alphabet where symbol != id[place] {
                    var wrong = id
                    wrong[place] = symbol
                    #expect((try? DocumentID(String(wrong))) == nil)
                }
                guard place < 12, id[place] != id[place + 1] else { continue }
                var exchanged = id
                exchanged.swapAt(place, place + 1)
                exchanges += 1
                if (try? DocumentID(String(exchanged))) != nil { unnoticed += 1 }
            }
        }
        #expect(unnoticed * 50 < exchanges, "\(unnoticed) of \(exchanges)")
    }

    @Test("another kind's identifier is refused")
    func kinds() throws {
        let party = PartyID.random()
        #expect(throws: IdentifierError.self) { try DocumentID(party.description) }
        #expect(try PartyID(party.description) == party)
    }
}
