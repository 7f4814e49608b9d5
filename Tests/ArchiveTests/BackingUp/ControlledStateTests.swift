import FileStore
import Records
import Testing

@testable import Archive

@Suite("R-47: what was destroyed stays destroyed")
struct ControlledStateTests {
    @Test("a restore leaves out what the register tells of as destroyed, and nothing else")
    func destroyed() {
        var state = ControlledState()
        state.take(HoldPlaced.sample)
        state.take(DestructionBegun.sample)
        #expect(state.destroyed == [.sample])
        #expect(state.placed[.sample] == HoldPlaced.sample)
        var living = LivingObjects()
        living.add(ObjectVersions(.sample, [.sample]))
        living.add(ObjectVersions(.other, [.sample]))
        living.remove(state.destroyed)
        #expect(living.sorted.map(\.document) == [.other])
    }
}
