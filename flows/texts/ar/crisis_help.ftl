# reviewed: no
# طلب مساعدة.

crisis_help-title = طلب مساعدة
