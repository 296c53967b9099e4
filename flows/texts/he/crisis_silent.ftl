# Who has not answered yet.

crisis_silent-title = מי עוד לא ענו
