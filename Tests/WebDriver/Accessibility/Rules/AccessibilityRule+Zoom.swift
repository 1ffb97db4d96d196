extension AccessibilityRule {
    /// Readers may enlarge the page, and phones show it at its own width.
    static let zoom = AccessibilityRule(
        name: "zoom",
        script: #"""
            const meta = document.querySelector('meta[name=viewport]');
            if (!meta) found(document.documentElement, 'no viewport');
            else if (!/width=device-width/.test(meta.content)) found(meta, 'a width that is not the device’s');
            else if (/user-scalable\s*=\s*(no|0)|maximum-scale\s*=\s*[01](\.|,|$)/.test(meta.content)) found(meta, 'forbids to enlarge');
            """#)
}
