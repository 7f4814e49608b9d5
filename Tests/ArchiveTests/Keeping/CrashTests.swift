import Archive
import Catalogue
import Disk
import DiskModel
import Records
import SystemPackage
import Testing

/// What `docs/storage-layout.md` promises of a change, at every call at which a process can stop or a disk can fail.
@Suite("A change happens wholly or not at all, and what was acknowledged stays")
struct CrashTests {
    /// What a power cut leaves of the catalogue, whose writes the model does not see: all of them are allowed.
    enum CatalogueFate: CaseIterable { case asBefore, asCommitted, lost }

    @Test("whichever call the power fails at", arguments: CrashScenario.all)
    func powerCut(_ scenario: CrashScenario) async throws {
        let world = try await World(scenario)
        let calls = try await world.run(.none).calls
        #expect(calls >= 3)
        for stop in 1...(calls + 1) {
            let run = try await world.run(.stop(at: stop))
            defer { try? world.forget(run) }
            for fate in CatalogueFate.allCases {
                for seed in fate == .lost ? [nil] : [nil, UInt64(stop)] {
                    let problem = try await world.problem(
                        afterPowerCutOf: run, fate, seed: seed, comparingRebuild: fate == .asBefore && seed == nil)
                    #expect(
                        problem == nil,
                        "\(scenario.name), stopped at call \(stop) of \(calls), \(fate), seed \(String(describing: seed)): \(problem ?? "")\n\(run.trace)"
                    )
                }
            }
        }
    }

    @Test("whichever call the process is killed at", arguments: CrashScenario.all)
    func kill(_ scenario: CrashScenario) async throws {
        let world = try await World(scenario)
        let calls = try await world.run(.none).calls
        for stop in 1...calls {
            let run = try await world.run(.stop(at: stop))
            defer { try? world.forget(run) }
            let problem = try await world.problem(reopening: run.root, acknowledged: run.acknowledged)
            #expect(problem == nil, "\(scenario.name), killed at call \(stop) of \(calls): \(problem ?? "")\n\(run.trace)")
        }
    }

    @Test("whichever call fails for want of space or by an I/O error, with another process writing next", arguments: CrashScenario.all)
    func failingDisk(_ scenario: CrashScenario) async throws {
        let world = try await World(scenario)
        let calls = try await world.run(.none).calls
        for number in 1...calls {
            for fault in [ModelDisk.Fault.fail(at: number, .ioError), .short(at: number, .noSpace)] {
                let run = try await world.run(fault)
                defer { try? world.forget(run) }
                try await world.fileFromAnotherProcess(run.root)
                let problem = try await world.problem(reopening: run.root, acknowledged: run.acknowledged, extraDocuments: 1)
                #expect(problem == nil, "\(scenario.name), \(fault) of \(calls): \(problem ?? "")\n\(run.trace)")
            }
        }
    }

    @Test("and no fsync can be left out", arguments: CrashScenario.all)
    func everySyncIsNeeded(_ scenario: CrashScenario) async throws {
        let world = try await World(scenario)
        let whole = try await world.run(.none)
        for sync in 1...whole.syncs {
            var noticed = false
            for stop in (1...(whole.calls + 1)).reversed() where !noticed {
                let run = try await world.run(.stop(at: stop), ignoredSync: sync)
                defer { try? world.forget(run) }
                for fate in CatalogueFate.allCases where !noticed {
                    noticed = try await world.problem(afterPowerCutOf: run, fate, seed: nil, comparingRebuild: false) != nil
                }
            }
            let syncs = whole.trace.filter { $0.contains("sync") }
            #expect(
                noticed, "\(scenario.name): nothing depends on sync \(sync), \(syncs.indices.contains(sync - 1) ? syncs[sync - 1] : "")")
        }
    }
}
