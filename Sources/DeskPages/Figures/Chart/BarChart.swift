/// A bar for each day.
struct BarChart: Sendable {
    let chart: DayChart
    let values: [Int]

    /// - Parameter name: A number as people read it.
    func svg(_ name: (Int) -> String) -> String {
        let scale = ChartScale(values.max() ?? 0)
        return chart.svg { svg in
            for step in scale.steps { DayChart.addStep(scale.share(step), name(step), isZero: step == 0, to: &svg) }
            let width = 1 / Double(max(1, values.count))
            for (day, value) in values.enumerated() where value > 0 {
                let y = DayChart.height(scale.share(value))
                svg.add(
                    "rect",
                    [
                        "class": "bar", "x": SVG.percent((Double(day) + 0.14) * width), "width": SVG.percent(width * 0.72),
                        "y": SVG.number(y), "height": SVG.number(max(1, DayChart.bottom - y)), "rx": values.count > 40 ? "1" : "2",
                    ])
            }
            for day in values.indices { chart.addHover(day, to: &svg) }
        }
    }
}
