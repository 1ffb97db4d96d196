import Channels
import Desk
import IntentFiles
import Spelling

/// The one place where desks and proofreaders are made, so that every command reads a reply alike.
extension LoadedRulebook {
    /// The dictionaries that are installed, with the brand's own words; loaded when the first word is asked about.
    func dictionary() -> HunspellDictionary? { HunspellDictionary(accepted: ownWords) }

    /// The desk that decides and drafts; what would leave unread is spelled.
    func desk() -> MessageDesk { desk(spelling: dictionary()) }

    func desk(spelling: HunspellDictionary?) -> MessageDesk { makeDesk(spelling: spelling, platforms: ChannelDirectory.limits) }

    /// Reads what colleagues write.
    func replyProofreader() -> ReplyProofreader {
        ReplyProofreader(brand: brand.limited(by: ChannelDirectory.limits), proofreader: Proofreader(spelling: dictionary()))
    }
}
