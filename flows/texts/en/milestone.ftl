# One station on the way: when, and who watches it.

f_change = What shall we do with this milestone?
    .topic = What to do with the milestone
    .choice-change = Correct it
    .choice-drop = Take it off
    .help =
        Why: a station that is no longer on the way only confuses.
        Example: the hearing was cancelled? Take it off.
f_when = When do we reach this station? Choose, or write a rough date.
    .topic = Date
    .help =
        Why: a station with a date goes on the timeline.
        Example: “end of May”.
f_watch = And who watches that we reach it? A name is enough, no phone number.
    .topic = Who watches it
    .help =
        Why: when one person watches, delays are seen in time.
        Example: “Lina from the steering committee”.
