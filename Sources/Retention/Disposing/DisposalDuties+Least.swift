public import Records

extension DisposalDuties {
    /// What must be among them, whatever the company sets: the archive leads the appraisal, somebody signs, and two supervise. For
    /// accounting records nobody is left out whom 79号令 §18 names.
    public enum Lack: Error, Sendable, Hashable {
        case appraiser(Role)
        case anyPost
        case post(DisposalPost)
        case supervisor(Role)
        case twoSupervisors
        case tooManySupervisors
    }

    /// Most supervisors of a batch: who stands for which role is tried in every way.
    public static let mostSupervisors = 6

    /// Refuses less than must be.
    public func refuse(for records: DisposalRecords) throws(Lack) {
        let least = DisposalDuties.standard(for: records)
        for role in least.appraisers where !appraisers.contains(role) { throw .appraiser(role) }
        guard !posts.isEmpty else { throw .anyPost }
        if records == .accounting {
            for post in least.posts where !posts.contains(post) { throw .post(post) }
            for role in least.supervisors ?? [] where supervisors?.contains(role) != true { throw .supervisor(role) }
        }
        guard let supervisors else { return }
        guard supervisors.count >= 2 else { throw .twoSupervisors }
        guard supervisors.count <= Self.mostSupervisors else { throw .tooManySupervisors }
    }
}
