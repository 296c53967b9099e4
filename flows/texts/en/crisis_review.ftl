# Some days later: what we learnt.

crisis_review-title = What we learnt from the crisis
