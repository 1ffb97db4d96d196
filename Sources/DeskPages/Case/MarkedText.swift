import Desk

/// A customer's text in stretches: plain, spoken for by evidence, or an address.
struct MarkedText {
    struct Stretch {
        var text: String
        /// What spoke here, as indices of the evidence given.
        var evidence: [Int] = []
        /// Where it leads, for an address a customer wrote.
        var link: String?
    }

    /// The first line, where it repeats the subject.
    private(set) var heading: [Stretch] = []
    /// What is shown at once, and what is folded away behind it.
    private(set) var shown: [Stretch] = []
    private(set) var folded: [Stretch] = []

    /// Scalars shown at once.
    static let mostShown = 4000
    /// Stretches of one text that are told apart; a text beyond them is plain.
    private static let mostStretches = 400

    init(_ text: String, subject: String? = nil, _ evidence: [DecisionReading.Evidence] = []) {
        let scalars = Array(text.unicodeScalars)
        let head = Self.heading(subject, of: scalars)
        let links = Self.links(in: scalars)
        var cuts: Set<Int> = [0, scalars.count]
        let runs = Self.runs(of: evidence, in: scalars.count)
        if runs.count + links.count <= Self.mostStretches {
            for run in runs { cuts.formUnion([run.lowerBound, run.upperBound]) }
            for link in links { cuts.formUnion([link.lowerBound, link.upperBound]) }
        }
        let fold = scalars.count > Self.mostShown * 5 / 4 ? Self.mostShown : scalars.count
        cuts.formUnion([fold, head.upperBound, head.lowerBound])
        let places = cuts.sorted()
        for (start, end) in zip(places, places.dropFirst()) where start < end {
            var stretch = Stretch(text: VisibleText.lines(scalars[start..<end]))
            if runs.count <= Self.mostStretches, runs.contains(where: { $0.lowerBound <= start && end <= $0.upperBound }) {
                stretch.evidence = evidence.indices.filter { evidence[$0].span.overlaps(start..<end) }
            }
            if let link = links.first(where: { $0.lowerBound <= start && end <= $0.upperBound }) {
                stretch.link = String(String.UnicodeScalarView(scalars[link]))
            }
            if end <= head.lowerBound {
                heading.append(stretch)
            } else if start < head.upperBound {
                continue
            } else if start < fold {
                shown.append(stretch)
            } else {
                folded.append(stretch)
            }
        }
    }

    /// Where a first line that repeats the subject ends, and where the text behind it begins.
    private static func heading(_ subject: String?, of scalars: [Unicode.Scalar]) -> Range<Int> {
        guard let subject = subject.map({ Array($0.unicodeScalars) }), !subject.isEmpty, scalars.starts(with: subject),
            let line = scalars.dropFirst(subject.count).first, line == "\n" || line == "\r"
        else { return 0..<0 }
        let end = scalars[subject.count...].firstIndex { !$0.properties.isWhitespace } ?? scalars.count
        return subject.count..<end
    }

    /// What spoke, with what overlaps in one: one place to look at, however many phrases met there.
    private static func runs(of evidence: [DecisionReading.Evidence], in count: Int) -> [Range<Int>] {
        evidence.map(\.span).filter { $0.upperBound <= count }.sorted { $0.lowerBound < $1.lowerBound }.reduce(into: []) { runs, span in
            if let last = runs.last, span.lowerBound <= last.upperBound {
                runs[runs.count - 1] = last.lowerBound..<max(last.upperBound, span.upperBound)
            } else {
                runs.append(span)
            }
        }
    }

    /// Addresses of the web, as far as their plain characters go.
    private static func links(in scalars: [Unicode.Scalar]) -> [Range<Int>] {
        var links: [Range<Int>] = []
        var at = 0
        while at < scalars.count, links.count < 100 {
            guard scalars[at] == "h" || scalars[at] == "H", let start = scheme(in: scalars, at: at) else {
                at += 1
                continue
            }
            var end = start
            while end < scalars.count, scalars[end].isASCII, scalars[end].value > 0x20,
                !"<>\"'`{}|\\^".unicodeScalars.contains(scalars[end])
            {
                end += 1
            }
            while end > start, ".,;:!?)]".unicodeScalars.contains(scalars[end - 1]) { end -= 1 }
            if end > start { links.append(at..<end) }
            at = max(end, at + 1)
        }
        return links
    }

    /// Behind `http://` or `https://`.
    private static func scheme(in scalars: [Unicode.Scalar], at: Int) -> Int? {
        for scheme in ["https://", "http://"] {
            let end = at + scheme.unicodeScalars.count
            guard end < scalars.count else { continue }
            if zip(scalars[at..<end], scheme.unicodeScalars).allSatisfy({ $0.properties.lowercaseMapping == String($1) }) { return end }
        }
        return nil
    }
}
