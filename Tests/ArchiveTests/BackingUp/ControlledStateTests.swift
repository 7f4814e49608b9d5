import FileStore
import Records
import Testing

@testable import Archive

@Suite("R-47: what was destroyed stays destroyed")
struct ControlledStateTests {
    /// Stands for the events of destruction, which the house does not have yet.
    private struct Destroyed: Destroying {
        static let type = "document.gone/1"
        static let title = Phrase("没了", "gone")
        static let sample = Destroyed(destroyed: [.sample])
        let destroyed: [DocumentID]
        var subjects: [String] { destroyed.map(\.compact) }
    }

    @Test("a restore leaves out what the register tells of as destroyed, and nothing else")
    func destroyed() {
        var state = ControlledState()
        state.take(HoldPlaced.sample)
        state.take(Destroyed(destroyed: [.sample]))
        #expect(state.destroyed == [.sample])
        #expect(state.placed[.sample] == HoldPlaced.sample)
        var living = LivingObjects()
        living.add(ObjectVersions(.sample, [.sample]))
        living.add(ObjectVersions(.other, [.sample]))
        living.remove(state.destroyed)
        #expect(living.sorted.map(\.document) == [.other])
    }
}
