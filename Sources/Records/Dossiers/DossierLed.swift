/// It was named which contract leads a dossier (主合同): its rule is the dossier's.
public struct DossierLed: Event {
    public static let type = "dossier.led/1"
    public static let title = Phrase("指定主合同", "leading contract named")

    public let dossier: DossierID
    /// Nil where none is named any more: then the contract that is kept longest leads.
    public let contract: DocumentID?

    public init(dossier: DossierID, contract: DocumentID?) {
        self.dossier = dossier
        self.contract = contract
    }

    public var subjects: [String] { [dossier.compact] + [contract?.compact].compactMap { $0 } }

    public static var sample: DossierLed { DossierLed(dossier: .sample, contract: .sample) }
}
