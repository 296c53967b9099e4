# reviewed: no

broadcast_thanks-title = شكر بعد نشاط
