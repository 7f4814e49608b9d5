import Catalogue
import Records
import Wording

/// The rules of our own numbers.
extension Reading {
    /// - Throws: ``ArchiveError`` `.valueRefused` for a type whose numbers follow no pattern.
    func pattern(of type: DocumentType) throws -> NumberingPattern {
        if let pattern = try numbering(of: type) { return pattern }
        throw ArchiveError(.valueRefused, ArchiveMessage.noNumbering(type.code), remedy: Remedy.setPattern, subject: type.code)
    }

    /// Whose number it is: ours, if it follows the type's pattern or one that it had.
    func documentNumber(_ text: String, of type: DocumentType) throws -> DocumentNumber {
        DocumentNumber(text: text, issuer: try place(of: text, type: type) == nil ? .other : .own)
    }

    /// Who took a number, in this or another writing: one of another width has the same place in the order.
    func taken(_ number: String, of type: DocumentType) throws -> NumberView? {
        if let found = try self.number(number) { return found }
        return try place(of: number, type: type).flatMap { try self.number(of: type, at: $0) }
    }

    /// - Throws: ``ArchiveError`` `.valueRefused` for a number that follows neither the type's pattern nor one that it had.
    func refuseNotOurs(_ number: String, of type: DocumentType) throws {
        let pattern = try pattern(of: type)
        guard try place(of: number, type: type) != nil else { throw Self.notOurs(number, pattern) }
    }

    /// A number as a pattern writes it, whatever the width and case of its letters.
    ///
    /// - Throws: ``ArchiveError`` `.valueRefused` for one that does not follow this pattern, though it followed an earlier one: what is given
    ///   out now is written as numbers are now.
    func written(_ number: String, by pattern: NumberingPattern) throws -> String {
        guard let place = pattern.place(of: number) else { throw Self.notOurs(number, pattern) }
        return place.number(place.ordinal, digits: pattern.digits)
    }

    private static func notOurs(_ number: String, _ pattern: NumberingPattern) -> ArchiveError {
        ArchiveError(.valueRefused, ArchiveMessage.numberNotOurs(number, pattern: pattern.text), subject: number)
    }

    /// Our own number is never used twice, whatever is allowed.
    ///
    /// - Parameter document: The one that is to bear it; what it bears already is its own.
    func refuseTaken(_ number: DocumentNumber?, of type: DocumentType, by document: DocumentID?, duplicates: [Duplicate] = []) throws {
        guard let number, number.issuer == .own, let taken = try taken(number.text, of: type) else { return }
        let sameWriting = matchingKey(taken.number) == matchingKey(number.text)
        guard taken.state == .used || !sameWriting || taken.type != type.code else { return }
        if let document, taken.document == document, sameWriting { return }
        let message: any Message =
            if let gone = try tombstones(numbered: number.text).first { DisposalMessage.destroyed(gone) } else {
                ArchiveMessage.numberTaken(number.text)
            }
        throw ArchiveError(
            .numberTaken, message, remedy: Remedy.chooseAnotherNumber, subject: number.text,
            duplicates: duplicates)
    }

    /// What became of a number that was just taken.
    func view(ofNumber number: String) throws -> NumberView {
        guard let view = try self.number(number) else { throw ArchiveError.fault("a number just taken is not there") }
        return view
    }
}
