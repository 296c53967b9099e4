# One line of the log of the day.

ac_live = What is happening, where and when? Facts only, no names.
    .topic = Line in the log
    .help =
        Why: writing things down as they happen protects everyone.
        Example: “18:22, east gate, crowding. A way was opened”.
ac_logged = It is in the log, with the hour.
