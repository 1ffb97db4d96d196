import Cryptography
import Desk
import Support
import Testing

@Suite("The audit chain")
struct AuditChainTests {
    private let rows: [AuditRow]

    init() {
        var chain = AuditChain(sha256: Digest.sha256)
        let salt = [UInt8](repeating: 7, count: 16)
        rows = ["un", "deux", nil, "quatre"].enumerated().map { index, detail in
            chain.add(
                .noted, "case/\(index)", by: "zoe", at: Sample.start + index, detail: detail, words: Array((detail ?? "").utf8), salt: salt)
        }
    }

    private func fault(in rows: [AuditRow]) -> (Int64, AuditVerdict.Fault)? {
        var chain = AuditChain(sha256: Digest.sha256)
        for row in rows { if let fault = chain.follow(row) { return (row.sequence, fault) } }
        return nil
    }

    private func changed(
        _ row: AuditRow, sequence: Int64? = nil, at: Instant? = nil, actor: String? = nil, action: AuditAction? = nil,
        subject: String? = nil, detail: String?? = nil, salt: [UInt8]?? = nil, digest: [UInt8]? = nil, hash: [UInt8]? = nil
    ) -> AuditRow {
        AuditRow(
            sequence: sequence ?? row.sequence, at: at ?? row.at, actor: actor ?? row.actor, action: action ?? row.action,
            subject: subject ?? row.subject, detail: detail ?? row.detail, salt: salt ?? row.salt, digest: digest ?? row.digest,
            hash: hash ?? row.hash)
    }

    @Test("rows that follow from each other are taken, also once their words and salt are erased")
    func whole() {
        #expect(fault(in: rows) == nil)
        #expect(fault(in: rows.map { changed($0, detail: .some(nil), salt: .some(nil)) }) == nil)
    }

    @Test("the hash of the first row is that of the bytes the documentation names")
    func bytes() {
        func number(_ value: Int) -> [UInt8] { (0..<8).map { UInt8(truncatingIfNeeded: value >> (56 - 8 * $0)) } }
        func text(_ text: String) -> [UInt8] { number(text.utf8.count) + Array(text.utf8) }
        let digest = Digest.sha256([UInt8](repeating: 7, count: 16) + Array("un".utf8))
        let before = [UInt8](repeating: 0, count: 32) + number(1) + number(Sample.start.seconds)
        let hash = Digest.sha256(before + text("zoe") + text("noted") + text("case/0") + digest)
        #expect(rows[0].digest == digest && rows[0].hash == hash)
    }

    @Test("any change of a row is seen at that row")
    func changes() {
        let row = rows[1]
        let forged = [
            changed(row, at: Sample.start), changed(row, actor: "max"), changed(row, action: .approved), changed(row, subject: "case/9"),
            changed(row, digest: rows[0].digest), changed(row, hash: rows[0].hash),
        ]
        for item in forged {
            let found = fault(in: [rows[0], item, rows[2], rows[3]])
            #expect(found?.0 == 2 && found?.1 == .changed)
        }
        let words = fault(in: [rows[0], changed(row, detail: "autre"), rows[2], rows[3]])
        #expect(words?.0 == 2 && words?.1 == .detail)
    }

    @Test("a row taken out, doubled or moved is seen")
    func order() {
        #expect(fault(in: [rows[0], rows[2], rows[3]])?.1 == .missing)
        #expect(fault(in: [rows[0], rows[0], rows[1]])?.1 == .missing)
        #expect(fault(in: [rows[1], rows[0]])?.1 == .missing)
        let renumbered = [rows[0], changed(rows[2], sequence: 2), changed(rows[3], sequence: 3)]
        #expect(fault(in: renumbered)?.1 == .changed)
    }
}
