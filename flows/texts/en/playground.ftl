# The playground's own page: what stands around the phones. What the bot says in them stands elsewhere.

playground-title = Rakezet: the playground
playground-name = Rakezet
playground-needs-script = This page needs JavaScript. Please switch it on and load the page again.
playground-hello = Hello
playground-people = Dana, Samir, Noa, Layla, Yoav, Reem, Tamar, Amir, Michal, Hiba, Uri, Salma
playground-look-telegram = Telegram
playground-look-whatsapp = WhatsApp
playground-phones = The phones
playground-phone-of = The phone of
playground-unread = New:
playground-menu = More options
playground-close = Close
playground-language = Language of this page
playground-language-he = עברית
playground-language-ar = العربية
playground-language-en = English

## Clock
playground-clock = The time in here
playground-clock-1h = +1 hour
playground-clock-1d = +1 day
playground-clock-next = Next alert
playground-clock-fired = Alerts that were due:
playground-clock-sent = Messages sent:
playground-clock-quiet = Time passed quietly, nothing to send.
playground-clock-no-next = No alert is waiting.

## Adding phones
playground-add = Add a phone
playground-add-telegram = Telegram phone
playground-add-whatsapp = WhatsApp phone

## A phone
playground-chat = Chat with Rakezet
playground-bot = bot
playground-business = business account
playground-empty-telegram = The chat begins here. Press “Start”, and Rakezet asks the first question.
playground-empty-whatsapp = The chat begins here. Say hello, and Rakezet asks the first question.
playground-start-telegram = Start
playground-start-whatsapp = Say hello
playground-say = Message
playground-send = Send
playground-you-said = Sent from here:
playground-bot-said = Rakezet:
playground-edited = edited
playground-edit = Correct this message
playground-editing = Correcting the message
playground-newest = To the newest message
playground-cancel = Cancel
playground-picture-sent = A picture from Rakezet. Press to see it large
playground-open-in = Open the invitation on the phone of
playground-open-new = New phone

## What else a phone can send
playground-more = Attach something
playground-send-voice = Voice message
playground-send-picture = Picture
playground-send-sticker = Sticker
playground-send-place = Location
playground-send-file = File
playground-send-contact = Contact
playground-contact-name = Name
playground-contact-number = Phone number
playground-open-invite = Open an invitation
playground-invite-field = Invitation link or code
playground-invite-open = Open
playground-invite-wrong = This does not look like an invitation link or code.
playground-block = Block Rakezet
playground-unblock = Unblock
playground-blocked = Rakezet is blocked on this phone.

## Drawer
playground-drawer = Behind the scenes
playground-drawer-outbox = Outbox
playground-drawer-timers = Alerts
playground-drawer-records = Answers
playground-drawer-map = Map
playground-empty-outbox = No message has been sent yet.
playground-empty-timers = No alert is waiting.
playground-empty-records = No answers are kept yet.
playground-empty-map = The map is drawn once there are players on it.
playground-map-of = Power map of
playground-map-choose = Which coalition?

playground-column-id = No.
playground-column-queued_at = Written
playground-column-due_at = Due
playground-column-answered_at = Answered
playground-column-current = Current
playground-column-at = When
playground-column-due = Due
playground-column-sent = Sent
playground-column-to = To
playground-column-who = Who
playground-column-whom = For
playground-column-person = Who
playground-column-workspace = Coalition
playground-column-channel = Channel
playground-column-class = Class
playground-column-lane = Lane
playground-column-kind = Kind
playground-column-what = What
playground-column-key = Key
playground-column-field = Field
playground-column-value = Answer
playground-column-text = Text
playground-column-state = State
playground-column-reason = Reason
playground-column-expires = Valid until
playground-column-version = Version

playground-state-queued = queued
playground-state-sending = on its way
playground-state-accepted = accepted
playground-state-refused = refused
playground-state-unknown = uncertain
playground-state-expired = expired
playground-state-cancelled = cancelled
playground-state-waiting = waiting
playground-state-fired = fired
playground-state-void = void

playground-channel-playground_telegram = Telegram
playground-channel-playground_whatsapp = WhatsApp
playground-class-c0 = reply
playground-class-c1 = broadcast
playground-class-c2 = crisis
playground-class-c3 = one-time
playground-lane-crisis = crisis
playground-lane-reply = reply
playground-lane-handover = hand-over
playground-lane-scheduled = scheduled
playground-lane-bulk = bulk
playground-kind-retention = clearing what has expired
playground-kind-forget_unconsented = forgetting who did not consent

## When something does not work
playground-lost = The server cannot be reached. Still trying.
playground-error = That did not work. Please try again.
playground-error-text_too_long = This message is too long for this phone.
playground-error-number_invalid = This does not look like a phone number.
playground-error-too_many_phones = There are twelve phones already. That is enough to try things out.
playground-error-not_kept = The message was not kept. Please send it again.
