extension AccessibilityRule {
    /// What points to another element points to one that is there.
    static let references = AccessibilityRule(
        name: "reference",
        script: #"""
            const single = ['for', 'aria-activedescendant', 'aria-errormessage', 'list', 'form', 'popovertarget', 'commandfor'];
            const several = ['aria-labelledby', 'aria-describedby', 'aria-controls', 'aria-owns', 'aria-details', 'aria-flowto', 'headers'];
            for (const name of single.concat(several)) {
                for (const element of all('[' + name + ']')) {
                    for (const id of element.getAttribute(name).split(/\s+/).filter(Boolean)) {
                        if (!document.getElementById(id)) found(element, name + '=“' + id + '” names nothing');
                    }
                }
            }
            for (const element of all('a[href^="#"]')) {
                const id = decodeURIComponent(element.getAttribute('href').slice(1));
                if (id && id !== 'top' && !document.getElementById(id)) found(element, 'goes to “#' + id + '”, which is not there');
            }
            """#)
}
