# Opened by the buttons after an action: home, or help is needed.

home_safely-title = בבית בשלום

home_answer = הפעולה ״{ $action }״ מאחורינו. הכול בסדר?
    .choice-yes = כן, בבית
    .choice-help = צריך עזרה
    .help =
        למה: פעולה נגמרת כשכולם בבית.
        דוגמה: נסיעה לקרובים, והכול טוב? ״כן, בבית״.
home_help =
    תודה על התשובה. מודיעים עכשיו למי שמרכזים.
    קו משפטי: { $line }
    בסכנה לחיים, המילה ״משבר״ פותחת מיד את מספרי החירום.
