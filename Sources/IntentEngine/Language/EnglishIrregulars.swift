/// Irregular English verbs and nouns that customers' messages hold, by any of their forms.
enum EnglishIrregulars {
    static let groups: [String: [String]] = {
        var groups: [String: [String]] = [:]
        for line in lines.split(separator: "\n") {
            let forms = line.split(separator: " ").map(String.init)
            for form in forms { groups[form] = forms }
        }
        return groups
    }()

    private static let lines = """
        am is are was were be been being
        have has had having
        do does did done doing
        get gets got gotten getting
        go goes went gone going
        send sends sent sending
        buy buys bought buying
        pay pays paid paying payed
        break breaks broke broken breaking
        lose loses lost losing
        find finds found finding
        give gives gave given giving
        take takes took taken taking
        make makes made making
        come comes came coming
        become becomes became becoming
        know knows knew known knowing
        think thinks thought thinking
        say says said saying
        tell tells told telling
        see sees saw seen seeing
        hear hears heard hearing
        feel feels felt feeling
        keep keeps kept keeping
        leave leaves left leaving
        let lets letting
        put puts putting
        set sets setting
        cut cuts cutting
        hurt hurts hurting
        shut shuts shutting
        cost costs costing
        quit quits quitting
        read reads reading
        write writes wrote written writing
        speak speaks spoke spoken speaking
        steal steals stole stolen stealing
        choose chooses chose chosen choosing
        forget forgets forgot forgotten forgetting
        begin begins began begun beginning
        bring brings brought bringing
        catch catches caught catching
        teach teaches taught teaching
        sell sells sold selling
        hold holds held holding
        stand stands stood standing
        understand understands understood understanding
        meet meets met meeting
        sit sits sat sitting
        spend spends spent spending
        lend lends lent lending
        build builds built building
        burn burns burnt burned burning
        learn learns learnt learned learning
        spell spells spelt spelled spelling
        eat eats ate eaten eating
        drink drinks drank drunk drinking
        drive drives drove driven driving
        ride rides rode ridden riding
        fall falls fell fallen falling
        grow grows grew grown growing
        show shows showed shown showing
        throw throws threw thrown throwing
        wear wears wore worn wearing
        tear tears tore torn tearing
        swear swears swore sworn swearing
        wake wakes woke woken waking
        shake shakes shook shaken shaking
        run runs ran running
        win wins won winning
        hide hides hid hidden hiding
        bite bites bit bitten biting
        fight fights fought fighting
        stick sticks stuck sticking
        sue sues sued suing
        die dies died dying
        lie lies lied lying
        child children
        person people persons
        man men
        woman women
        foot feet
        tooth teeth
        cancel cancels cancelled canceled cancelling canceling
        refer refers referred referring
        worse worst bad
        better best
        """
}
