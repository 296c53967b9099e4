# The end of a crisis; a false alarm has its own words.

crisis_end-title = סיום מצב החירום

se_how =
    { $state }

    איך מסיימים? כל מי שקיבלו את ההודעה הראשונה יקבלו גם את זאת.
    .choice-over = הסתיים, חוזרים לשגרה
    .choice-mistaken = זו הייתה אזעקת שווא
    .choice-back = עוד לא
    .help =
        למה: סוף ברור מאפשר לכולם לנשום. תזכורות השגרה יחזרו.
        דוגמה: כולן שוחררו – ״הסתיים״.
