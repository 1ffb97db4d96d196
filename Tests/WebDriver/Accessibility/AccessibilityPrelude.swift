/// What the scripts of all rules use: what can be seen, what it is called, and what can be worked with.
enum AccessibilityPrelude {
    static let script = #"""
        const all = selector => Array.from(document.querySelectorAll(selector));

        // The element as a reader of a test's output finds it.
        const describe = element => {
            const parts = [];
            for (let at = element; at && at !== document.documentElement && parts.length < 4; at = at.parentElement) {
                let part = at.tagName.toLowerCase();
                if (at.id) part += '#' + at.id;
                else if (typeof at.className === 'string' && at.className.trim()) part += '.' + at.className.trim().split(/\s+/).join('.');
                parts.unshift(part);
                if (at.id) break;
            }
            const text = (element.textContent || '').trim().replace(/\s+/g, ' ').slice(0, 40);
            return parts.join(' > ') + (text ? ' “' + text + '”' : '');
        };

        const isRendered = element => element.getClientRects().length > 0 && element.checkVisibility({visibilityProperty: true});

        // Rendered, and more than what is kept for screen readers alone, or waits outside the view until it has the focus.
        const isSeen = element => {
            if (!isRendered(element)) return false;
            const rect = element.getBoundingClientRect();
            if (rect.width <= 1 || rect.height <= 1) return false;
            if (rect.right + scrollX <= 0 || rect.bottom + scrollY <= 0) return false;
            for (let at = element; at; at = at.parentElement) {
                const style = getComputedStyle(at);
                if (Number(style.opacity) === 0) return false;
                if (/^(rect\(0|inset\((50|100)%)/.test(style.clipPath !== 'none' ? style.clipPath : style.clip)) return false;
            }
            return true;
        };

        const isHiddenFromReaders = element => !!element.closest('[aria-hidden=true]');

        const interactive = 'a[href], area[href], button, input:not([type=hidden]), select, textarea, summary, iframe, audio[controls], '
            + 'video[controls], [contenteditable]:not([contenteditable=false]), [tabindex], [role=button], [role=link], [role=checkbox], '
            + '[role=radio], [role=switch], [role=tab], [role=menuitem], [role=option], [role=combobox], [role=textbox], [role=slider]';
        const isDisabled = element => element.matches(':disabled') || element.getAttribute('aria-disabled') === 'true';
        const isInert = element => !!element.closest('[inert]');
        const canFocus = element => element.tabIndex >= 0 && !element.matches(':disabled') && !isInert(element) && isRendered(element);

        const textOf = (element, within = new Set()) => {
            if (within.has(element)) return '';
            within.add(element);
            let text = '';
            for (const child of element.childNodes) {
                if (child.nodeType === 3) text += child.textContent;
                else if (child.nodeType === 1) {
                    if (child.getAttribute('aria-hidden') === 'true' || (!isRendered(child) && child.tagName.toLowerCase() !== 'title')) continue;
                    text += ' ' + (ownName(child, within) || textOf(child, within)) + ' ';
                }
            }
            return text.trim();
        };

        // A name that an element gives itself, its contents aside.
        const ownName = (element, within) => {
            const label = (element.getAttribute('aria-label') || '').trim();
            if (label) return label;
            if (element.matches('img, area, input[type=image]')) return (element.getAttribute('alt') || '').trim();
            if (element.tagName.toLowerCase() === 'svg') {
                const title = element.querySelector(':scope > title');
                return title ? title.textContent.trim() : '';
            }
            return '';
        };

        // After the accessible name computation, without what this project's pages do not use.
        const nameOf = element => {
            const ids = (element.getAttribute('aria-labelledby') || '').split(/\s+/).filter(Boolean);
            const named = ids.map(id => document.getElementById(id)).filter(Boolean).map(e => ownName(e) || e.textContent.trim()).join(' ').trim();
            if (named) return named;
            const own = ownName(element);
            if (own) return own;
            if (element.labels && element.labels.length) {
                const text = Array.from(element.labels).map(label => textOf(label)).join(' ').trim();
                if (text) return text;
            }
            if (element.matches('input[type=submit], input[type=reset], input[type=button]')) {
                return (element.value || (element.type === 'submit' ? 'submit' : element.type === 'reset' ? 'reset' : '')).trim();
            }
            if (element.matches('fieldset')) return (element.querySelector(':scope > legend') || {textContent: ''}).textContent.trim();
            if (element.matches('table')) return (element.querySelector(':scope > caption') || {textContent: ''}).textContent.trim();
            if (!element.matches('input, select, textarea')) {
                const text = textOf(element);
                if (text) return text;
            }
            return (element.getAttribute('title') || '').trim();
        };
        """#
}
