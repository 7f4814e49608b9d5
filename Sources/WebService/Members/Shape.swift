import Records

/// What a value of a type looks like as JSON: a JSON Schema (draft 2020-12), found by running the type's own reader over values that are
/// made up as it asks for them. So no description can say anything else than what is read.
indirect enum Shape: Sendable, Equatable {
    /// With the pattern that its texts have; nil for any.
    case text(pattern: String?, example: String)
    case oneOf([String])
    case integer, boolean
    case array(Shape)
    case dictionary(Shape)
    /// Or null.
    case nullable(Shape)
    case object([Member])
    /// A type with a name of its own, described once.
    case named(String, Shape)

    struct Member: Sendable, Equatable {
        let name: String
        let shape: Shape
        let isRequired: Bool
    }

    init(of type: any Decodable.Type) throws { self = try ShapeRecorder.shape(of: type).shape }

    /// The members of an object.
    private var all: [Member]? {
        switch self {
        case .object(let members): members
        case .named(_, let shape): shape.all
        default: nil
        }
    }

    /// The shape without some members, which stand in the path.
    func without(_ names: Set<String>) -> Shape {
        guard let members = all else { return self }
        return .object(members.filter { !names.contains($0.name) })
    }

    /// Some members of an object.
    func members(_ names: Set<String>) -> [Member] {
        (all ?? []).filter { names.contains($0.name) }
    }
}

/// A type whose JSON is one text of a certain form; it says which.
protocol TextShaped: Decodable {
    static var textPattern: String? { get }
    static var textExample: String { get }
}

extension Identifier: TextShaped {
    static var textPattern: String? { "^\(Kind.letter)-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$" }
    static var textExample: String { "\(Identifier.sample)" }
}

extension Waybill: TextShaped {
    static var textPattern: String? { "^[0-9A-Z]{6,40}$" }
    static var textExample: String { "SF1234567890123" }
}

extension CivilDate: TextShaped {
    static var textPattern: String? { "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" }
    static var textExample: String { "2026-11-25" }
}

extension RoughDate: TextShaped {
    static var textPattern: String? { "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$" }
    static var textExample: String { "2026-01" }
}

extension Timestamp: TextShaped {
    static var textPattern: String? { "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z$" }
    static var textExample: String { "2026-11-25T08:00:00.000Z" }
}

extension Amount: TextShaped {
    static var textPattern: String? { "^[A-Z]{3} -?[0-9]+\\.[0-9]{2}$" }
    static var textExample: String { "CNY 1280000.00" }
}

extension DisposalDecision: TextShaped {
    static var textPattern: String? { "^(destroy|keep|transfer|extend:[1-9][0-9]{0,2})$" }
    static var textExample: String { "extend:5" }
}

extension ContentDigest: TextShaped {
    static var textPattern: String? { "^sha(256|512):[0-9a-f]+$" }
    static var textExample: String { ContentDigest.sample.description }
}

extension DocumentType: TextShaped {
    static var textPattern: String? { "^[a-z0-9_]{1,40}$" }
    static var textExample: String { DocumentType.sample.code }
}

extension MediaType: TextShaped {
    static var textPattern: String? { "^[^/ ]+/[^/ ]+$" }
    static var textExample: String { "application/pdf" }
}

extension FileName: TextShaped {
    static var textPattern: String? { nil }
    static var textExample: String { FileName.sample.text }
}
