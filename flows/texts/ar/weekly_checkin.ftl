# reviewed: no
# The weekly check-in, opened by the week's message or from the stages.

weekly_checkin-title = المتابعة الأسبوعية
