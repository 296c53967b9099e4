# The weekly check-in, opened by the week's message or from the stages.

weekly_checkin-title = Weekly check-in
