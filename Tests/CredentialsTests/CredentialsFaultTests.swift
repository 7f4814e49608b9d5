import Disk
import DiskModel
import Journal
import Records
import SystemPackage
import Testing

@testable import Archive

@Suite("When the disk fails under the secrets")
struct CredentialsFaultTests {
    private let chen = AccountID.random()

    /// Stops at every write-side call of `body`, cuts the power, and hands over what is left and whether `body` had finished.
    private func atEveryCall(_ body: (Credentials) throws -> Void, check: (Credentials, _ isDone: Bool) throws -> Void) throws {
        var number = 0
        var isDone = false
        while !isDone {
            number += 1
            let scratch = try Scratch()
            _ = try scratch.credentials.createToken(for: chen, at: minute(0))
            let model = try ModelDisk(root: scratch.path, fault: .stop(at: number))
            do {
                try body(Credentials(home: scratch.home, disk: Disk(observer: model)))
                isDone = true
            } catch is CredentialsError {}
            let left = FilePath(scratch.path.string + "-left")
            defer { try? Disk().removeTree(left) }
            try model.crash(into: left)
            try check(Credentials(home: left.appending("share").appending("archive"), disk: Disk()), isDone)
            try check(scratch.credentials, isDone)
        }
        #expect(number > 4)
    }

    @Test("a token is there once it was answered, and no crash loses an older one")
    func token() throws {
        try atEveryCall {
            _ = try $0.createToken(for: chen, at: minute(1))
        } check: { credentials, isDone in
            let count = try credentials.tokens().count
            #expect(isDone ? count == 2 : (1...2).contains(count))
        }
    }

    @Test("a revoked token stays revoked")
    func revocation() throws {
        try atEveryCall {
            _ = try $0.revokeToken(try $0.tokens()[0].id, at: minute(1))
        } check: { credentials, isDone in
            let tokens = try credentials.tokens()
            #expect(tokens.count == 1 && (!isDone || tokens[0].revoked == minute(1)))
        }
    }

    @Test("a signing key that signed is there, and its public half with it")
    func signingKey() throws {
        var keys: [String] = []
        try atEveryCall {
            keys.append(try $0.signer(origin: "muniment.archive/test").verifier.description)
        } check: { credentials, isDone in
            let key = try credentials.signer(origin: "muniment.archive/test").verifier.description
            if isDone { #expect(keys == [key]) }
        }
    }

    @Test("Leaving out any one fsync loses the token")
    func everySync() throws {
        var number = 0
        while true {
            number += 1
            let scratch = try Scratch()
            let model = try ModelDisk(root: scratch.path, ignoredSync: number)
            _ = try Credentials(home: scratch.home, disk: Disk(observer: model)).createToken(for: chen, at: minute(0))
            let left = FilePath(scratch.path.string + "-left")
            defer { try? Disk().removeTree(left) }
            try model.crash(into: left)
            let count = (try? Credentials(home: left.appending("share").appending("archive"), disk: Disk()).tokens().count) ?? 0
            if number > model.syncCount {
                #expect(count == 1)
                break
            }
            #expect(count == 0, "sync \(number) of \(model.trace)")
        }
        #expect(number == 5)
    }
}
