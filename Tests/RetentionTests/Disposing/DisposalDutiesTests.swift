import Records
import Retention
import Testing

@Suite("R-42: who must sign is data of the company, above what must be")
struct DisposalDutiesTests {
    @Test("the defaults are what must be, or more", arguments: DisposalRecords.allCases)
    func standard(_ records: DisposalRecords) throws { try DisposalDuties.standard(for: records).refuse(for: records) }

    @Test("accounting records leave out nobody whom 79号令 §18 names; more may be asked")
    func accounting() throws {
        let standard = DisposalDuties.accounting
        for role in standard.appraisers {
            let fewer = DisposalDuties(
                appraisers: standard.appraisers.filter { $0 != role }, posts: standard.posts, supervisors: standard.supervisors)
            #expect(throws: DisposalDuties.Lack.appraiser(role)) { try fewer.refuse(for: .accounting) }
        }
        for post in standard.posts {
            let fewer = DisposalDuties(
                appraisers: standard.appraisers, posts: standard.posts.filter { $0 != post }, supervisors: standard.supervisors)
            #expect(throws: DisposalDuties.Lack.post(post)) { try fewer.refuse(for: .accounting) }
        }
        for role in standard.supervisors ?? [] {
            let fewer = DisposalDuties(
                appraisers: standard.appraisers, posts: standard.posts, supervisors: standard.supervisors?.filter { $0 != role })
            #expect(throws: DisposalDuties.Lack.supervisor(role)) { try fewer.refuse(for: .accounting) }
        }
        let departments = DisposalDuties(appraisers: standard.appraisers, posts: standard.posts, supervisors: nil)
        #expect(throws: DisposalDuties.Lack.supervisor(.archivist)) { try departments.refuse(for: .accounting) }
        let more = DisposalDuties(
            appraisers: standard.appraisers, posts: standard.posts, supervisors: (standard.supervisors ?? []) + [.finance, .reviewer])
        try more.refuse(for: .accounting)
    }

    @Test("of others the archive judges, somebody signs, and two supervise at least")
    func others() throws {
        let (archive, post) = ([Role.archivist], [DisposalPost.archiveHead])
        try DisposalDuties(appraisers: archive, posts: post, supervisors: [.finance, .finance]).refuse(for: .others)
        for (duties, lack) in [
            (DisposalDuties(appraisers: [.finance], posts: post, supervisors: nil), DisposalDuties.Lack.appraiser(.archivist)),
            (DisposalDuties(appraisers: archive, posts: [], supervisors: nil), .anyPost),
            (DisposalDuties(appraisers: archive, posts: post, supervisors: []), .twoSupervisors),
            (DisposalDuties(appraisers: archive, posts: post, supervisors: [.finance]), .twoSupervisors),
            (
                DisposalDuties(
                    appraisers: archive, posts: post,
                    supervisors: Array(repeating: .finance, count: DisposalDuties.mostSupervisors + 1)), .tooManySupervisors
            ),
        ] { #expect(throws: lack) { try duties.refuse(for: .others) } }
    }
}
