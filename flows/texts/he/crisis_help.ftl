# Somebody asks for help by themselves.

crisis_help-title = בקשת עזרה
