import Archive
import Hummingbird
import NIOCore
import Records
import Wording

/// What is known of a request as it goes through the middleware.
struct ServiceContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// Who asks: nobody until sign-in has been seen.
    var actor: Actor = .nobody
    var account: AccountView?
    var tongue: Tongue = .chinese
    let channel: any Channel
    /// The other end of the connection.
    var remote: SocketAddress? { channel.remoteAddress }

    init(source: Source) {
        coreContext = .init(source: source)
        channel = source.channel
    }

    /// Largest body that is taken whole into memory, such as a form.
    var maxUploadSize: Int { 64 << 10 }
}

/// The context of routes that need somebody: it cannot be made for nobody.
struct SignedInContext: ChildRequestContext {
    var coreContext: CoreRequestContextStorage
    let actor: Actor
    let account: AccountView
    let tongue: Tongue

    init(context: ServiceContext) throws {
        guard let account = context.account else { throw ArchiveError(.signInNeeded, ArchiveMessage.signInNeeded, remedy: Remedy.signIn) }
        coreContext = context.coreContext
        actor = context.actor
        self.account = account
        tongue = context.tongue
    }
}
