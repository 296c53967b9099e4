# One thing that may go wrong: its sign, what we do, who decides.

ac_response = { $risk }: מה הסימן, מה עושים ומי מחליט?
    .topic = מה עושים אז
    .help =
        למה: בלחץ פועלים לפי מה שכתוב.
        דוגמה: ״דוחפים? הסדרניות פותחות מעבר, נור מחליטה״.
