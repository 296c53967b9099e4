broadcast_past-title = הודעה שנשלחה

bp_what = מה עושים עם ״{ $words }״?
    .choice-again = כמו בפעם הקודמת
    .choice-sheet = הדוח כגיליון
    .choice-star = לשמור כתבנית
    .choice-unstar = להוריד מהתבניות
    .choice-follow = איך היא מתקדמת
    .choice-back = בחזרה
    .help =
        למה: מה שעבד פעם אחת יכול לעבוד שוב.
        דוגמה: אותה הזמנה, עם תאריך חדש.
