# reviewed: no
# تُفتح بزرّ «أنا أتابع».

crisis_call-title = أنا أتابع
