extension AccessibilityRule {
    /// 24 by 24 px to hit, or as much room around; links within a sentence aside (WCAG 2.2, 2.5.8).
    static let targetSize = AccessibilityRule(
        name: "target-size",
        script: #"""
            const targets = all(interactive).filter(e => isSeen(e) && !isDisabled(e) && !isInert(e) && (e.tabIndex >= 0 || e.matches('a, button')));
            const box = element => {
                let rects = [element.getBoundingClientRect()];
                if (element.matches('input[type=checkbox], input[type=radio]')) {
                    rects = rects.concat(Array.from(element.labels || []).filter(l => l.contains(element)).map(l => l.getBoundingClientRect()));
                }
                return {left: Math.min(...rects.map(r => r.left)), top: Math.min(...rects.map(r => r.top)),
                    right: Math.max(...rects.map(r => r.right)), bottom: Math.max(...rects.map(r => r.bottom))};
            };
            const boxes = targets.map(box);
            const isSmall = b => b.right - b.left < 23.5 || b.bottom - b.top < 23.5;
            const isInSentence = element => {
                if (getComputedStyle(element).display !== 'inline') return false;
                const around = Array.from(element.parentElement.childNodes).filter(n => n.nodeType === 3 && n.textContent.trim().length > 1);
                return around.length > 0;
            };
            targets.forEach((element, i) => {
                const b = boxes[i];
                if (!isSmall(b) || isInSentence(element)) return;
                const x = (b.left + b.right) / 2, y = (b.top + b.bottom) / 2;
                const near = boxes.findIndex((other, j) => {
                    if (j === i || targets[j].contains(element) || element.contains(targets[j])) return false;
                    if (isSmall(other)) return Math.hypot(x - (other.left + other.right) / 2, y - (other.top + other.bottom) / 2) < 24;
                    const dx = Math.max(other.left - x, 0, x - other.right), dy = Math.max(other.top - y, 0, y - other.bottom);
                    return Math.hypot(dx, dy) < 12;
                });
                const size = Math.round(b.right - b.left) + ' by ' + Math.round(b.bottom - b.top) + ' px';
                if (near >= 0) found(element, size + ', close to ' + describe(targets[near]));
            });
            """#)
}
