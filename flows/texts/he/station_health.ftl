# One milestone in one colour; red for the second week asks for a person.

wk_milestone = מה מצב התחנה הזאת? המועד: { $day }
    .topic = מצב התחנה
    .choice-green = במסלול
    .choice-yellow = דורש תשומת לב
    .choice-red = בסיכון
    .help =
        למה: צבע אחד שכולם מבינים אותו דבר.
        דוגמה: איחור של שבועיים הוא ״דורש תשומת לב״.
wk_red_again =
    התחנה הזאת בסיכון כבר שבוע שני. זה סימן שכדאי לעצור רגע ולחשוב יחד עם עוד אדם: לשנות מועד, דרך או גודל.
    { $person }
