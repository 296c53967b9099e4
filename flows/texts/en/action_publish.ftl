# The brief for everyone who comes; publishing, or calling the action off.

ac_brief_lacks = The brief still lacks a day or a place. Both are in “Purpose and form”.
ac_review_due = The risk of this action is high. Before it is published, an adviser has to look at the plan.
ac_reviewed = Which adviser looked at the plan? A name is enough. If nobody has yet, write “skip”.
    .topic = Looked at by
    .help =
        Why: another pair of eyes sees what we missed, where people may get hurt.
        Example: “Maya, adviser, 3.11”.
ac_unreviewed = Not published yet, and that is fine. Everything is saved and waits for another pair of eyes. The word “person” shows whom to ask.
ac_brief =
    This is the brief:
    { $brief }

    Still open:
    { $open }

    How do we go on?
    .choice-ok = Publish and invite
    .choice-count = How many come
    .choice-edit = Correct something
    .choice-cancel = Call the action off
    .choice-back = Not yet
    .help =
        Why: one brief for all. After publishing, everyone in the coalition gets an invitation.
        Example: check day, hour and legal line once more, then publish.
ac_cancel = Call off “{ $action }”? Those who meant to come will be told.
    .choice-yes = Yes, call it off
    .choice-no = No, leave it
    .help =
        Why: telling people early keeps their trust.
        Example: if only the day changes, change it in “Purpose and form” instead.

brief-line =
    .when = When: { $text }
    .where = Where: { $text }
    .purpose = What for: { $text }
    .programme = Timetable: { $text }
    .bring = What we bring: { $text }
    .terms = Terms of the licence: { $text }
    .legal = Legal line: { $text }
    .access = Access: { $text }
    .photo = Photos: { $text }
    .agreement = Agreement: { $text }
    .responses = What we do if: { $text }
    .next = And afterwards: { $text }
response-line = { $risk }: { $text }
action-agreement = no violence and nothing dangerous, respect for every person, listening to the team
