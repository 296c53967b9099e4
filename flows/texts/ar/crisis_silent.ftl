# reviewed: no
# من لم يجيبوا بعد.

crisis_silent-title = من لم يجيبوا بعد
