/// A line through the days; it breaks where a day has no value.
struct LineChart: Sendable {
    let chart: DayChart
    /// Around zero, at most `most` either way.
    let values: [Double?]
    let most: Int

    /// The smallest whole scale from 1 up to 2 that holds the values of satisfaction.
    static func scale(_ values: [Double?]) -> Int { values.allSatisfy { abs($0 ?? 0) <= 1 } ? 1 : 2 }

    /// - Parameter name: What a step of the scale stands for.
    func svg(_ name: (Int) -> String) -> String {
        chart.svg { svg in
            for step in -most...most { DayChart.addStep(share(Double(step)), name(step), isZero: step == 0, to: &svg) }
            // Stretched over the plot, so that points are plain numbers; its strokes keep their width.
            svg.add(
                "svg",
                [
                    "class": "lines", "viewBox": "0 0 100 100", "preserveAspectRatio": "none", "y": SVG.number(DayChart.top),
                    "height": SVG.number(DayChart.bottom - DayChart.top),
                ]
            ) { svg in
                for run in runs where run.count > 1 {
                    let points = run.map { SVG.number(chart.middle($0) * 100) + "," + SVG.number(100 - share(values[$0] ?? 0) * 100) }
                    svg.add("polyline", ["class": "line", "points": points.joined(separator: " ")])
                }
            }
            for run in runs {
                // A few days are points; of many, those that no line goes through.
                for day in run where values.count <= 31 || run.count == 1 {
                    let y = SVG.number(DayChart.height(share(values[day] ?? 0)))
                    svg.add("circle", ["class": "point", "cx": SVG.percent(chart.middle(day)), "cy": y, "r": "3"])
                }
            }
            for day in values.indices { chart.addHover(day, to: &svg) }
        }
    }

    private func share(_ value: Double) -> Double { (min(max(value, -Double(most)), Double(most)) + Double(most)) / Double(most * 2) }

    /// Days in a row that have a value.
    private var runs: [[Int]] {
        var runs: [[Int]] = []
        for day in values.indices where values[day] != nil {
            if let last = runs.last?.last, last == day - 1 { runs[runs.count - 1].append(day) } else { runs.append([day]) }
        }
        return runs
    }
}
