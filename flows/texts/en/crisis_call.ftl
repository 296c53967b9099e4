# Opened by "I am on it" under a call for help.

crisis_call-title = I am on it
