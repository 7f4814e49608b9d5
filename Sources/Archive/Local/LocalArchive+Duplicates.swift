import Catalogue
import Records
import Wording

extension LocalArchive {
    /// Whose number it is: ours, if it follows the type's pattern.
    func number(_ text: String, of type: DocumentType, _ decision: Decision) throws -> DocumentNumber {
        let place = try NumberQueries.pattern(of: type, in: decision.db)?.place(of: text)
        return DocumentNumber(text: text, issuer: place == nil ? .other : .own)
    }

    /// Documents that hold one of these contents, or bear the same number of the same party. Of what the actor may not
    /// know, only that there is something.
    func duplicates(of files: [FileRecord], _ metadata: Metadata, party: PartyID?, _ decision: Decision) throws -> [Duplicate] {
        let contents = files.filter { $0.size > 0 }.map(\.sha256)
        var found = try DecisionQueries.documents(holding: contents, in: decision.db).map { (Duplicate.Reason.bytes, $0) }
        if let number = metadata.number {
            found += try DecisionQueries.documents(numbered: number.text, party: party, in: decision.db).map { (.number, $0) }
        }
        var shown: Set<Duplicate> = []
        return try found.compactMap { reason, document in
            let known = try mayKnow(document.confidentiality, handler: document.handler, actor: decision.actor, in: decision.db)
            let duplicate = Duplicate(
                reason: reason, id: known ? document.id : nil, title: known ? document.title : nil, number: known ? document.number : nil)
            return shown.insert(duplicate).inserted ? duplicate : nil
        }
    }

    func duplicateError(_ duplicates: [Duplicate], _ metadata: Metadata) -> ArchiveError {
        let known = duplicates.filter { $0.id != nil }
        let message: ArchiveMessage =
            if known.isEmpty { .duplicateHidden } else if known.contains(where: { $0.reason == .bytes }) {
                .duplicateBytes(known.filter { $0.reason == .bytes }.count)
            } else { .duplicateNumber(metadata.number?.text ?? "") }
        return ArchiveError(
            .duplicate, message, remedy: known.isEmpty ? Remedy.askArchivist : Remedy.allowDuplicateOrVersion,
            subject: known.first?.id?.description, duplicates: duplicates)
    }

    /// Our own number is never used twice, whatever is allowed.
    func refuseTakenNumber(_ number: DocumentNumber?, duplicates: [Duplicate] = [], _ decision: Decision) throws {
        guard let number, number.issuer == .own, let taken = try NumberQueries.taken(number.text, in: decision.db), taken.state != .reserved
        else { return }
        throw ArchiveError(
            .numberTaken, ArchiveMessage.numberTaken(number.text), remedy: Remedy.chooseAnotherNumber, subject: number.text,
            duplicates: duplicates)
    }
}
