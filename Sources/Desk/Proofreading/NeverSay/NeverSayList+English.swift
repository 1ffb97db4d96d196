extension NeverSayList {
    /// Language study § 6.2, English column, with the inflections people write.
    static let english: [NeverSayClass: [NeverSayEntry]] = [
        .blame: [
            NeverSayEntry("you should have", "the fact: “The form asks for…”"),
            NeverSayEntry("you should've", "the fact: “The form asks for…”"),
            NeverSayEntry("you failed to", "the fact: “We have not received…”"),
            NeverSayEntry("you neglected to", "the fact: “We have not received…”"),
            NeverSayEntry("as already|previously stated|mentioned|explained", "the information again"),
            NeverSayEntry("as i|we ?already|previously told|said|stated|explained|mentioned", "the information again"),
            NeverSayEntry("your mistake|fault|error", "the fact"),
            NeverSayEntry("you are wrong|mistaken", "the fact"),
        ],
        .order: [
            NeverSayEntry("calm down", "We understand your frustration."),
            NeverSayEntry("you must", "could you please"),
            NeverSayEntry("you need to", "could you please"),
            NeverSayEntry("you have to", "could you please"),
        ],
        .liability: [
            NeverSayEntry("our fault|mistake|error", "regret for the experience, and an enquiry"),
            NeverSayEntry("we admit", "we understand"),
            NeverSayEntry("we are|were ?fully|solely liable|responsible", "regret for the experience"),
            NeverSayEntry("we're ?fully|solely liable|responsible", "regret for the experience"),
            NeverSayEntry("defect|defects|defective", "what you report"),
            NeverSayEntry("we guarantee", "we are checking"),
            NeverSayEntry("we will|shall compensate", "we are looking into your request"),
            NeverSayEntry("we'll compensate", "we are looking into your request"),
        ],
        .promise: [
            NeverSayEntry("refund* immediately", "“your request has been passed on”"),
            NeverSayEntry("immediate refund", "“your request has been passed on”"),
            NeverSayEntry("voucher|vouchers", "wait for a manager’s consent"),
            NeverSayEntry("goodwill gesture|gestures", "wait for a manager’s consent"),
            NeverSayEntry("gesture|gestures of goodwill", "wait for a manager’s consent"),
            NeverSayEntry("free of charge", "wait for a manager’s consent"),
            NeverSayEntry("for free", "wait for a manager’s consent"),
            NeverSayEntry("tomorrow for sure", "a day the system confirms"),
            NeverSayEntry("without fail", "a day the system confirms"),
            NeverSayEntry("100 %", "an exact figure"),
        ],
        .vagueDelay: [
            NeverSayEntry("as soon as possible", "“by Thursday”, “within two working days”", .withoutTerm),
            NeverSayEntry("as soon as we can", "“by Thursday”, “within two working days”", .withoutTerm),
            NeverSayEntry("shortly", "“by Thursday”, “within two working days”", .withoutTerm),
            NeverSayEntry("in due course", "“by Thursday”, “within two working days”", .withoutTerm),
            NeverSayEntry("at the earliest opportunity", "“by Thursday”, “within two working days”", .withoutTerm),
        ],
        .minimising: [
            NeverSayEntry("no worries", "“Noted.”"),
            NeverSayEntry("no problem", "“Noted.”"),
            NeverSayEntry("it's only|just a|an|one", "We understand your disappointment."),
            NeverSayEntry("it is only|just a|an|one", "We understand your disappointment."),
            NeverSayEntry("you just need|have to", "could you please"),
            NeverSayEntry("don't panic", "We are looking into it."),
        ],
        .bureaucratic: [
            NeverSayEntry("as per", "plain words: “as”, “under”"),
            NeverSayEntry("please be advised", "plain words"),
            NeverSayEntry("please find attached|enclosed", "you will find attached"),
            NeverSayEntry("kindly note", "please note"),
            NeverSayEntry("per|under our policy", "the answer first", .firstSentence),
            NeverSayEntry("in accordance with our", "the answer first", .firstSentence),
            NeverSayEntry("that is not my department", "I am passing your request on."),
        ],
        .cliche: [
            NeverSayEntry("sorry for any|the inconvenience ?caused", "name the inconvenience"),
            NeverSayEntry("apolog* for any|the inconvenience ?caused", "name the inconvenience"),
            NeverSayEntry("your call|satisfaction|feedback is ?very important to us", "show it by the answer"),
        ],
        .familiarity: [
            NeverSayEntry("hun|mate|lol|luv|buddy|dude|xoxo", "leave out")
        ],
        .sensitive: [
            NeverSayEntry("carrier's|courier's|driver's fault|mistake|negligence", "“the parcel is with the carrier”"),
            NeverSayEntry("fault of the carrier|courier|driver", "“the parcel is with the carrier”"),
            NeverSayEntry("you are suffering from", "seek medical advice"),
            NeverSayEntry("your diagnosis", "seek medical advice"),
            NeverSayEntry("stop taking your", "seek medical advice"),
            NeverSayEntry("our lawyer|lawyers|solicitor|solicitors", "the appropriate department"),
        ],
        .identity: [
            NeverSayEntry("i am a real person|human", "I’m the automated assistant of…"),
            NeverSayEntry("i'm a real person|human", "I’m the automated assistant of…"),
            NeverSayEntry("i am ?a human", "I’m the automated assistant of…"),
            NeverSayEntry("i'm ?a human", "I’m the automated assistant of…"),
            NeverSayEntry("i am not a bot|robot", "I’m the automated assistant of…"),
            NeverSayEntry("i'm not a bot|robot", "I’m the automated assistant of…"),
            // Where no person is at work.
            NeverSayEntry(
                "a|an|the|our|your adviser|advisers|advisor|advisors|agent|agents|colleague|colleagues|manager|managers",
                "what the automated assistant can say itself", .unread),
            NeverSayEntry("member|members of our|the team", "what the automated assistant can say itself", .unread),
            NeverSayEntry("read|reviewed|checked by", "what the automated assistant can say itself", .unread),
            NeverSayEntry("personally", "what the automated assistant can say itself", .unread),
        ],
    ]

    /// Where a phrase of the lists is not what the lists mean.
    static let englishContexts = [
        "if you need|have to", "100 % cotton|wool|linen|silk|recycled|organic", "whether you need to",
        "as much|far|long as you need to",
    ]
}
