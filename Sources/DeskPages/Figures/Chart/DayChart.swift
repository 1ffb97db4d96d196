/// What a chart over days has in common: a heading for those who hear it, room for labels, and days below.
///
/// Widths are percentages, so that a picture fills its place on every screen and its letters keep their size. The scale stands
/// left of the picture, in the margin its style gives it.
struct DayChart: Sendable {
    struct Day: Sendable {
        /// In full, with the value: what a pointer over it shows.
        let label: String
        /// Beneath the chart, where there is room.
        let short: String
    }

    /// Distinguishes the pictures of one page.
    let id: String
    let title: String
    let description: String
    let days: [Day]

    static let height = 216
    /// The plot's upper and lower end.
    static let (top, bottom) = (14.0, 184.0)

    static func height(_ share: Double) -> Double { bottom - (bottom - top) * share }

    /// A picture around a plot.
    func svg(_ plot: (inout SVG) -> Void) -> String {
        var svg = SVG()
        svg.add("svg", ["class": "chart", "role": "img", "aria-labelledby": "\(id)-title \(id)-text", "height": "\(Self.height)"]) { svg in
            svg.add("title", ["id": "\(id)-title"], text: title)
            svg.add("desc", ["id": "\(id)-text"], text: description)
            plot(&svg)
            addLabels(&svg)
        }
        return svg.text
    }

    /// A line across, with what it stands for on its left.
    static func addStep(_ share: Double, _ label: String, isZero: Bool = false, to svg: inout SVG) {
        let y = SVG.number(height(share))
        svg.add("line", ["class": isZero ? "zero" : "step", "x1": "0", "x2": "100%", "y1": y, "y2": y])
        svg.add("text", ["class": "value", "x": "-8", "y": SVG.number(height(share) + 4)], text: label)
    }

    /// The middle of a day, from 0 to 1.
    func middle(_ day: Int) -> Double { (Double(day) + 0.5) / Double(days.count) }

    /// What a pointer anywhere over a day shows.
    func addHover(_ day: Int, to svg: inout SVG) {
        let width = 1 / Double(days.count)
        svg.add(
            "rect",
            [
                "class": "hover", "x": SVG.percent(Double(day) * width), "width": SVG.percent(width), "y": SVG.number(Self.top),
                "height": SVG.number(Self.bottom - Self.top),
            ]
        ) { $0.add("title", text: days[day].label) }
    }

    /// At most seven days are named, the last among them, which ends with the plot; every other gives way on a narrow screen.
    private func addLabels(_ svg: inout SVG) {
        let step = max(1, (days.count + 6) / 7)
        for day in stride(from: (days.count - 1) % step, to: days.count, by: step) {
            let isLast = days.count > 7 && day == days.count - 1
            let isMinor = (days.count - 1 - day) / step % 2 == 1
            svg.add(
                "text",
                [
                    "class": isLast ? "day last" : isMinor ? "day minor" : "day", "x": SVG.percent(isLast ? 1 : middle(day)),
                    "y": SVG.number(Self.bottom + 22),
                ], text: days[day].short)
        }
    }
}
