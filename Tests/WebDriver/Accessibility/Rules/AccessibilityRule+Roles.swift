extension AccessibilityRule {
    /// Roles and attributes that readers know, on what may have them.
    static let roles = AccessibilityRule(
        name: "role",
        script: #"""
            const roles = new Set(('alert alertdialog application article banner blockquote button caption cell checkbox code columnheader combobox '
                + 'complementary contentinfo definition deletion dialog document emphasis feed figure form generic grid gridcell group heading img '
                + 'image insertion link list listbox listitem log main mark marquee math menu menubar menuitem menuitemcheckbox menuitemradio meter '
                + 'navigation none note option paragraph presentation progressbar radio radiogroup region row rowgroup rowheader scrollbar search '
                + 'searchbox separator slider spinbutton status strong subscript suggestion superscript switch tab table tablist tabpanel term textbox '
                + 'time timer toolbar tooltip tree treegrid treeitem').split(' '));
            const attributes = new Set(('activedescendant atomic autocomplete braillelabel brailleroledescription busy checked colcount colindex '
                + 'colindextext colspan controls current describedby description details disabled errormessage expanded flowto haspopup hidden invalid '
                + 'keyshortcuts label labelledby level live modal multiline multiselectable orientation owns placeholder posinset pressed readonly '
                + 'relevant required roledescription rowcount rowindex rowindextext rowspan selected setsize sort valuemax valuemin valuenow '
                + 'valuetext').split(' '));
            const values = {live: ['off', 'polite', 'assertive'], current: ['page', 'step', 'location', 'date', 'time', 'true', 'false'],
                hidden: ['true', 'false', 'undefined'], expanded: ['true', 'false', 'undefined'], pressed: ['true', 'false', 'mixed', 'undefined'],
                checked: ['true', 'false', 'mixed', 'undefined'], selected: ['true', 'false', 'undefined'], invalid: ['true', 'false', 'grammar', 'spelling'],
                busy: ['true', 'false'], modal: ['true', 'false'], disabled: ['true', 'false'], required: ['true', 'false'],
                sort: ['ascending', 'descending', 'none', 'other']};
            const parents = {listitem: 'ul, ol, menu, [role=list]', option: '[role=listbox], [role=group]', tab: '[role=tablist]',
                row: 'table, [role=table], [role=grid], [role=treegrid], [role=rowgroup]', cell: 'tr, [role=row]', gridcell: 'tr, [role=row]',
                menuitem: '[role=menu], [role=menubar], [role=group]'};
            for (const element of all('[role]')) {
                const role = element.getAttribute('role').trim();
                if (!role.split(/\s+/).some(name => roles.has(name))) found(element, 'role “' + role + '”');
                if (parents[role] && !element.parentElement.closest(parents[role])) found(element, 'role “' + role + '” outside its container');
            }
            for (const element of all('*')) {
                for (const {name, value} of Array.from(element.attributes)) {
                    if (!name.startsWith('aria-')) continue;
                    const short = name.slice(5);
                    if (!attributes.has(short)) found(element, 'attribute ' + name);
                    else if (values[short] && !values[short].includes(value)) found(element, name + '=“' + value + '”');
                }
            }
            """#)
}
