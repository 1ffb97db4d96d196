extension AccessibilityRule {
    /// Every image says what it shows, or that it shows nothing.
    static let imageNames = AccessibilityRule(
        name: "image-name",
        script: #"""
            for (const element of all('img, area')) {
                if (!element.hasAttribute('alt') && !element.getAttribute('aria-label') && !isHiddenFromReaders(element)) found(element, 'no alt');
            }
            for (const element of all('svg, [role=img]')) {
                if (!isRendered(element) || isHiddenFromReaders(element) || element.matches('img')) continue;
                if (element.tagName.toLowerCase() === 'svg' && element.parentElement.closest('svg')) continue;
                if (!nameOf(element)) found(element, 'a picture without a name that is not hidden from readers');
                else if (element.tagName.toLowerCase() === 'svg' && !element.getAttribute('role')) found(element, 'a picture without role=img');
            }
            """#)
}
