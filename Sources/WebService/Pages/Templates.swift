import Exchange
import Mustache
import Records
import Wording

/// The templates of pages, each a file beside this one, embedded in the program. All but the frame are put into the frame.
enum Template: String, CaseIterable {
    case frame, search, document, problem, programs, due, simulation, statistics, retention, disposals, disposal, destroyed, restricted,
        redaction, parties, party, dossiers, dossier, next, originals, original, packs, pack, transmittals, transmittal
    case signIn = "sign-in"

    /// What the file says.
    var text: String {
        let bytes =
            switch self {
            case .frame: PackageResources.frame_mustache
            case .search: PackageResources.search_mustache
            case .document: PackageResources.document_mustache
            case .problem: PackageResources.problem_mustache
            case .programs: PackageResources.programs_mustache
            case .due: PackageResources.due_mustache
            case .simulation: PackageResources.simulation_mustache
            case .statistics: PackageResources.statistics_mustache
            case .retention: PackageResources.retention_mustache
            case .disposals: PackageResources.disposals_mustache
            case .disposal: PackageResources.disposal_mustache
            case .destroyed: PackageResources.destroyed_mustache
            case .restricted: PackageResources.restricted_mustache
            case .redaction: PackageResources.redaction_mustache
            case .parties: PackageResources.parties_mustache
            case .party: PackageResources.party_mustache
            case .dossiers: PackageResources.dossiers_mustache
            case .dossier: PackageResources.dossier_mustache
            case .next: PackageResources.next_mustache
            case .originals: PackageResources.originals_mustache
            case .original: PackageResources.original_mustache
            case .packs: PackageResources.packs_mustache
            case .pack: PackageResources.pack_mustache
            case .transmittals: PackageResources.transmittals_mustache
            case .transmittal: PackageResources.transmittal_mustache
            case .signIn: PackageResources.sign_in_mustache
            }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// All of them, parsed once.
    static let library = Result {
        MustacheContentTypes.register(Markup(), named: Markup.name)
        return MustacheLibrary(
            templates: Dictionary(
                uniqueKeysWithValues: try allCases.map { ($0.rawValue, try MustacheTemplate(string: Markup.pragma + $0.text)) }))
    }
}

/// The words of pages in one language, as templates call them: `{{words.signOut}}`.
struct Words: MustacheParent {
    let tongue: Tongue

    static let all: [any (Message & RawRepresentable<String>)] =
        FrameWord.allCases + SearchWord.allCases + DocumentWord.allCases + SignInWord.allCases + ProgramsWord.allCases
        + DueWord.allCases + StatisticsWord.allCases + DisposalPageWord.allCases + PartyPageWord.allCases
        + RestrictedWord.allCases + DossierPageWord.allCases
        + OriginalPageWord.allCases + PackPageWord.allCases + TransmittalPageWord.allCases

    private static let phrases = Dictionary(all.map { ($0.rawValue, $0.phrase) }, uniquingKeysWith: { first, _ in first })

    func child(named name: String) -> Any? { Self.phrases[name]?.text(tongue) }
}
