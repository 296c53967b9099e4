# One station on the way: when, and who watches it.

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
