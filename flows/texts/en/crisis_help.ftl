# Somebody asks for help by themselves.

crisis_help-title = Asking for help
