# Who has not answered yet.

crisis_silent-title = Who has not answered
