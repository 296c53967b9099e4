# The words of the list of resources, as a sheet and in the chat.

inventory =
    .title = רשימת המשאבים
    .organisation = ארגון
    .type = סוג
    .amount = כמה ומה בדיוק
    .from = ממתי זמין
    .until = עד מתי זמין
    .conditions = תנאים
    .gaps = מה עוד חסר
    .asked = ממי נבקש
    .needed_by = עד מתי דרוש
    .empty = עוד לא נרשמו משאבים. מתחילים בשלב ד׳.
    .no_gaps = עוד לא נרשם מה חסר.
    .kept = הרשימה שמורה לריכוז ולוועדת ההיגוי.
    .nothing_missing = לא חסר דבר כרגע.
    .withheld = השם שמור אצל הריכוז
inventory-caption = רשימת המשאבים של ״{ $coalition }״, גרסה { $version }, נכון לתאריך { $date }
