# reviewed: no
# Some days later: what we learnt.

crisis_review-title = استخلاص العبر من الأزمة
