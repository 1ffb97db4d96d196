import IntentEngine
import Testing

@testable import Desk

struct ReplySampleTests {
    @Test(arguments: ReplySample.all)
    func `A base reply breaks no rule but those it breaks knowingly`(_ sample: ReplySample) {
        let findings = Proofreader().findings(in: sample.text, sample.context)
        #expect(findings.map(\.rule).sorted() == sample.knowingly, "\(findings)")
    }

    @Test(arguments: ReplySample.all)
    func `Correcting a base reply changes nothing`(_ sample: ReplySample) {
        #expect(Proofreader().corrected(sample.text, sample.context) == sample.text)
    }
}
