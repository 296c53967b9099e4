# Asking for a connection.

cr_connect = לבקש חיבור לגורמים שיכולים לעזור?
    .topic = בקשה לחיבור
    .choice-now = כן, דחוף
    .choice-soon = כן, השבוע
    .choice-no = לא צריך
    .help =
        למה: יש קשרים שאין לנו, ויש לאחרים.
        דוגמה: קשר לכתבת, או לעוזרת פרלמנטרית.
