extension Browser {
    /// Goes through the page with Tab, as somebody without a mouse does.
    ///
    /// Found are: what cannot be reached, a way that does not follow the document, what does not show that it has the focus,
    /// and what has it under something else.
    ///
    /// - Parameter most: Stops that are looked at, for pages with a hundred of the same kind.
    package func auditFocus(most: Int = .max) async throws -> [AccessibilityFinding] {
        let prepared = try await script(AccessibilityPrelude.script + Self.preparation)
        let names = prepared.array.map { $0.string ?? "" }
        var findings: [AccessibilityFinding] = []
        var reached: [Int] = []
        // A date has four parts to stop at.
        for _ in 0..<(names.count + 12) where reached.count < most {
            try await press(.tab)
            let step = try await script(AccessibilityPrelude.script + Self.step)
            guard let number = step["number"].integer else { break }
            if number < 0 {
                findings.append(
                    .init(rule: "focus-order", element: step["name"].string ?? "", cause: "has the focus, but is not expected to"))
                continue
            }
            if number == reached.last { continue }
            if reached.contains(number) { break }
            if let last = reached.last, number < last {
                findings.append(.init(rule: "focus-order", element: names[number], cause: "comes after \(names[last])"))
            }
            reached.append(number)
            if step["isMarked"].bool != true {
                findings.append(.init(rule: "focus-visible", element: names[number], cause: "looks the same with the focus as without"))
            }
            if step["isCovered"].bool == true {
                findings.append(.init(rule: "focus-covered", element: names[number], cause: "has the focus under something else"))
            }
        }
        for number in names.indices where reached.count < most && !reached.contains(number) {
            findings.append(.init(rule: "focus-reach", element: names[number], cause: "Tab does not come to it"))
        }
        return findings
    }

    /// Numbers what Tab must reach, notes how it looks without the focus, and puts the focus before the first.
    ///
    /// Of radio buttons that belong together, one is reached.
    private static let preparation = """
        if (document.activeElement) document.activeElement.blur();
        getSelection().removeAllRanges();
        scrollTo(0, 0);
        const groups = new Set();
        const stops = all('*').filter(element => {
            if (!canFocus(element)) return false;
            if (element.type !== 'radio' || !element.name) return true;
            const group = Array.from(document.getElementsByName(element.name)).filter(e => e.type === 'radio' && e.form === element.form);
            const stop = group.find(e => e.checked) || group[0];
            return element === stop;
        });
        const looks = element => {
            const marks = [];
            for (let at = element; at && marks.length < 3; at = at.parentElement) {
                const s = getComputedStyle(at);
                marks.push([s.outlineStyle, s.outlineWidth, s.outlineColor, s.boxShadow, s.borderColor, s.backgroundColor,
                    s.textDecorationLine, s.textDecorationColor, s.color].join('|'));
            }
            return marks.join('\\n');
        };
        window.courtoisStops = stops.map(element => ({element, look: looks(element)}));
        window.courtoisLooks = looks;
        return stops.map(describe);
        """

    private static let step = """
        const element = document.activeElement;
        if (!element || element === document.body || element === document.documentElement) return {number: null};
        const number = window.courtoisStops.findIndex(stop => stop.element === element);
        if (number < 0) return {number, name: describe(element)};
        for (const animation of document.getAnimations()) { try { animation.finish(); } catch {} }
        const style = getComputedStyle(element);
        const hasOutline = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
        const isMarked = hasOutline || window.courtoisLooks(element) !== window.courtoisStops[number].look;
        const rects = Array.from(element.getClientRects());
        const points = rects.flatMap(r => [[r.left + r.width / 2, r.top + r.height / 2], [r.left + 2, r.top + 2], [r.right - 2, r.bottom - 2]]);
        const isOver = ([x, y]) => {
            if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) return false;
            const top = document.elementFromPoint(x, y);
            const label = element.labels && Array.from(element.labels).some(l => l.contains(top));
            return top && (element.contains(top) || top.contains(element) || label);
        };
        return {number, isMarked, isCovered: !points.some(isOver)};
        """
}
