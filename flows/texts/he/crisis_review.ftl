# Some days later: what we learnt.

crisis_review-title = הפקת לקחים מהמשבר
