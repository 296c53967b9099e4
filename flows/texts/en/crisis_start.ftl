# The first hour, told by whoever leads.

cr_what = What happened? Two lines, as you would tell a good friend. Any question can be passed over with the word “skip”.
    .topic = What happened
    .help =
        Why: to put outside what turns around in the head.
        Example: “An evening article claims we hid a donation.”
cr_trigger = What comes closest to what is happening?
    .topic = Kind of crisis
    .choice-political = Political change
    .choice-media = Media exposure
    .choice-online = Attack online
    .choice-legal = Police or court
    .choice-money = Money or funding
    .choice-inside = Conflict inside
    .choice-security = Security situation
    .choice-dead_end = It feels like a dead end
    .choice-other = Something else
    .help =
        Why: each kind has its own first steps.
        Example: a new minister who stopped a budget is “political change”.
cr_security = In a security situation ask first how everybody is: in the menu “Crisis now”, then “Ask how everybody is”. What is written here waits.
cr_severity = How grave is it now?
    .topic = How grave
    .choice-low = Uncomfortable
    .choice-mid = Harms our work
    .choice-high = Endangers us
    .help =
        Why: it decides who must know, and how fast.
        Example: if partners are leaving, it “endangers us”.
cr_hold = First hour. What has been done already? What stays unticked is a good list to go on with.
    .topic = First hour
    .choice-pause = Posts are on hold
    .choice-one_voice = One voice outwards
    .choice-log = Decision log opened
    .choice-save = Screenshots kept
    .choice-access = Passwords checked
    .choice-team = Small team called
    .choice-lawyer = A lawyer was asked
    .choice-call = Those hurt were called
    .help =
        Why: a short list saves mistakes under pressure.
        Example: stopping tomorrow’s scheduled post.
cr_dead_end = A dead end is exhausting, and that is understandable. We will not push harder. We look at what really matters, what is in our hands, and which other door is open.
