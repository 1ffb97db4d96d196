extension AccessibilityRule {
    /// 4.5 to 1 for text, 3 to 1 for large text, by the colours as computed (WCAG 2.2, 1.4.3).
    package static let contrast = AccessibilityRule(
        name: "contrast",
        script: #"""
            const canvas = Object.assign(document.createElement('canvas'), {width: 1, height: 1}).getContext('2d', {willReadFrequently: true});
            const known = new Map();
            const read = text => {
                if (!known.has(text)) {
                    canvas.clearRect(0, 0, 1, 1);
                    canvas.fillStyle = text;
                    canvas.fillRect(0, 0, 1, 1);
                    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
                    known.set(text, [r, g, b, a / 255]);
                }
                return known.get(text);
            };
            const over = (top, below) => [0, 1, 2].map(i => top[i] * top[3] + below[i] * (1 - top[3])).concat(1);
            const light = color => {
                const [r, g, b] = color.slice(0, 3).map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
                return 0.2126 * r + 0.7152 * g + 0.0722 * b;
            };
            const page = read(getComputedStyle(document.documentElement).colorScheme.includes('dark')
                && matchMedia('(prefers-color-scheme: dark)').matches ? 'rgb(18, 18, 18)' : 'white');
            // What is behind an element's text; null where a picture is.
            const behind = element => {
                const layers = [];
                for (let at = element; at; at = at.parentElement) {
                    const style = getComputedStyle(at);
                    if (style.backgroundImage !== 'none') return null;
                    const color = read(style.backgroundColor);
                    if (color[3] > 0) layers.unshift(color);
                    if (color[3] >= 0.999) return layers.reduce((below, top) => over(top, below));
                }
                return layers.reduce((below, top) => over(top, below), page);
            };
            const check = (element, colorText, what) => {
                const style = getComputedStyle(element);
                const background = behind(element);
                if (!background) return found(element, 'text on a picture, whose contrast cannot be told');
                let opacity = 1;
                for (let at = element; at; at = at.parentElement) opacity *= Number(getComputedStyle(at).opacity);
                const color = read(colorText).slice();
                color[3] *= opacity;
                const [high, low] = [light(over(color, background)), light(background)].sort((a, b) => b - a);
                const ratio = (high + 0.05) / (low + 0.05);
                const size = parseFloat(style.fontSize);
                const least = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700) ? 3 : 4.5;
                if (ratio < least - 0.005) found(element, what + ratio.toFixed(2) + ' to 1, ' + colorText + ' on ' + background.slice(0, 3).map(Math.round).join(' '));
            };
            const done = new Set();
            const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) {
                const element = walker.currentNode.parentElement;
                if (!walker.currentNode.textContent.trim() || done.has(element) || element.closest('script, style, noscript, template, option')) continue;
                done.add(element);
                if (!isSeen(element) || element.closest(':disabled, [aria-disabled=true]')) continue;
                if (element instanceof SVGElement && element.closest('title, desc')) continue;
                check(element, element instanceof SVGElement ? getComputedStyle(element).fill : getComputedStyle(element).color, '');
            }
            for (const element of all('input, textarea, select')) {
                if (!isSeen(element) || element.disabled || ['checkbox', 'radio', 'range', 'color', 'hidden', 'image'].includes(element.type)) continue;
                check(element, getComputedStyle(element).color, '');
                if (element.placeholder) check(element, getComputedStyle(element, '::placeholder').color, 'placeholder, ');
            }
            """#)
}
