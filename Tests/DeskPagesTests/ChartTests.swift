import Foundation
import Testing

@testable import DeskPages

@Suite("Charts")
struct ChartTests {
    private static func chart(_ days: Int, title: String = "Titre") -> DayChart {
        DayChart(
            id: "c", title: title, description: "Texte",
            days: (0..<days).map { DayChart.Day(label: "jour \($0)", short: "\($0)") })
    }

    @Test(
        "a scale begins at zero, has few round steps and holds the largest value",
        arguments: [(0, [0, 1]), (1, [0, 1]), (3, [0, 1, 2, 3]), (4, [0, 1, 2, 3, 4]), (5, [0, 2, 4, 6]), (17, [0, 5, 10, 15, 20])])
    func scale(_ largest: Int, _ steps: [Int]) { #expect(ChartScale(largest).steps == steps) }

    @Test("whatever the largest value is, two to five steps hold it")
    func scales() {
        for largest in [9, 21, 99, 100, 101, 250, 999, 12_345, 1_000_000, 87_654_321] {
            let scale = ChartScale(largest)
            #expect(scale.top >= largest && scale.top <= largest * 2 + 1 && (2...5).contains(scale.steps.count), "\(largest)")
        }
    }

    @Test("a chart says what it shows, has a bar for every value and is well-formed, whatever the words")
    func bars() throws {
        let svg = BarChart(chart: Self.chart(3, title: "<a> & \"b\""), values: [2, 0, 4]).svg(String.init)
        let document = try XMLDocument(svg)
        #expect(document.count("rect", of: "bar") == 2)
        #expect(
            svg.contains("aria-labelledby=\"c-title c-text\"")
                && svg.contains("<title id=\"c-title\">&lt;a&gt; &amp; &quot;b&quot;</title>"))
        #expect(svg.contains("role=\"img\"") && !svg.contains("style="))
        // The largest value reaches the top of the scale, the half of it the middle.
        #expect(svg.contains("y=\"14\" height=\"170\"") && svg.contains("y=\"99\" height=\"85\""))
    }

    @Test("a line breaks where there is no value, and a value alone is a point")
    func lines() throws {
        let many = [Double?](repeating: 0.5, count: 20) + [nil, -1, nil] + [Double?](repeating: -0.5, count: 20)
        #expect(LineChart.scale(many) == 1 && LineChart.scale([1.2]) == 2)
        let svg = LineChart(chart: Self.chart(43), values: many, most: 1).svg(String.init)
        let document = try XMLDocument(svg)
        #expect(document.count("polyline", of: "line") == 2 && document.count("circle", of: "point") == 1)
        let few = LineChart(chart: Self.chart(3), values: [0, nil, 1], most: 1).svg(String.init)
        #expect(try XMLDocument(few).count("circle", of: "point") == 2)
    }

    @Test("at most eight days are named", arguments: [1, 7, 8, 30, 31, 90, 400])
    func labels(_ days: Int) throws {
        let document = try XMLDocument(BarChart(chart: Self.chart(days), values: Array(repeating: 1, count: days)).svg(String.init))
        let named = ["day", "day minor", "day last"].reduce(0) { $0 + document.count("text", of: $1) }
        #expect((1...8).contains(named))
    }

    @Test(
        "numbers have two decimals at most and a point",
        arguments: [(0.0, "0"), (1.005, "1"), (2.5, "2.50"), (-0.25, "-0.25"), (33.333, "33.33")])
    func numbers(_ value: Double, _ text: String) { #expect(SVG.number(value) == text) }

    /// What an XML parser finds, which refuses what is not well-formed.
    private final class XMLDocument {
        private let elements: [String]

        init(_ text: String) throws {
            // A reader of markup as strict as XML: every tag closes in its order.
            var open: [String] = []
            var all: [String] = []
            for match in text.matches(of: /<(\/?)([a-z]+)((?:\s[a-zA-Z0-9-]+="[^"<>]*")*)\s*(\/?)>/) {
                let (isEnd, name, attributes, isEmpty) = (!match.1.isEmpty, String(match.2), String(match.3), !match.4.isEmpty)
                if isEnd {
                    #expect(open.popLast() == name)
                } else {
                    all.append(name + attributes)
                    if !isEmpty { open.append(name) }
                }
            }
            #expect(open.isEmpty)
            #expect(text.count { $0 == "<" } == text.matches(of: /<(\/?)([a-z]+)((?:\s[a-zA-Z0-9-]+="[^"<>]*")*)\s*(\/?)>/).count)
            elements = all
        }

        func count(_ name: String, of group: String) -> Int {
            elements.count { $0.hasPrefix(name + " ") && $0.contains("class=\"\(group)\"") }
        }
    }
}
