/// A line of a text that was broken to fit.
struct WrappedLine: Hashable, Sendable {
    var strip: Strip
    /// The scalars of the text that stand in it.
    let scalars: Range<Int>
}

/// A text, with places of it marked, broken into lines.
struct Wrapping {
    /// Ink of places, as scalars of the text; the last that holds a place wins.
    var marks: [(span: Range<Int>, ink: Ink)] = []
    var ink = Ink.plain

    /// `text` in lines of at most `columns`: broken at spaces where it has them.
    func lines(of text: String, columns: Int) -> [WrappedLine] {
        let columns = max(2, columns)
        var lines: [WrappedLine] = []
        var paragraph: [Glyph] = []
        for glyph in Glyphs.of(text) {
            if glyph.character == nil {
                append(paragraph, at: glyph.scalars.lowerBound, columns, to: &lines)
                paragraph.removeAll(keepingCapacity: true)
            } else {
                paragraph.append(glyph)
            }
        }
        append(paragraph, at: text.unicodeScalars.count, columns, to: &lines)
        return lines
    }

    private func append(_ glyphs: [Glyph], at end: Int, _ columns: Int, to lines: inout [WrappedLine]) {
        if glyphs.isEmpty {
            lines.append(WrappedLine(strip: Strip(), scalars: end..<end))
            return
        }
        var start = 0
        while start < glyphs.count {
            var used = 0
            var next = start
            var space: Int?
            while next < glyphs.count, used + glyphs[next].columns <= columns {
                used += glyphs[next].columns
                if glyphs[next].character == " " { space = next }
                next += 1
            }
            // A space that does not fit any more may hang over the edge.
            if next < glyphs.count, glyphs[next].character != " ", let space, space >= start { next = space }
            let line = glyphs[start..<max(next, start + 1)]
            lines.append(WrappedLine(strip: strip(line), scalars: line.scalars))
            start = max(next, start + 1)
            if start < glyphs.count, glyphs[start].character == " " { start += 1 }
        }
    }

    private func strip(_ glyphs: ArraySlice<Glyph>) -> Strip {
        var strip = Strip()
        for glyph in glyphs {
            let ink = marks.last { $0.span.overlaps(glyph.scalars) }?.ink ?? ink
            strip.append(glyph, ink)
        }
        return strip
    }
}

extension ArraySlice<Glyph> {
    fileprivate var scalars: Range<Int> {
        guard let first, let last else { return 0..<0 }
        return first.scalars.lowerBound..<last.scalars.upperBound
    }
}
