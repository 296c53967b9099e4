# Opened by a button of the day before: go, change or put off.

action_decision-title = Go or not
