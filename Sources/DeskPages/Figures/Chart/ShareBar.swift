/// A bar in one row of a table, for those who see it; the row has the numbers.
enum ShareBar {
    /// One part of a whole, from 0 to 1.
    static func svg(_ share: Double) -> String { svg([("bar", share)]) }

    /// Parts one after the other, each with its class.
    static func svg(_ parts: [(name: String, share: Double)]) -> String {
        var svg = SVG()
        svg.add("svg", ["class": "share", "height": "10", "aria-hidden": "true"]) { svg in
            var start = 0.0
            for part in parts where part.share > 0 {
                svg.add("rect", ["class": part.name, "x": SVG.percent(start), "width": SVG.percent(part.share), "height": "10"])
                start += part.share
            }
        }
        return svg.text
    }
}
