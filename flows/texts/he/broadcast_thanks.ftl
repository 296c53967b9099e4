broadcast_thanks-title = תודה אחרי פעולה
