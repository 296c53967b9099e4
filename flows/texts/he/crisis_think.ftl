# The space to think: what stands there now, and which part to open.

crisis_think-title = מרחב חשיבה במשבר

cr_ahead = נלך לאט, דבר אחד בכל פעם: מה קרה, מה ידוע, מה המטרות, אילו דרכים יש, מה מחליטים ומה עושים. בערך עשר דקות. הכול נשמר אחרי כל תשובה, ואפשר לעצור ולחזור.
cr_told_in =
    תודה שנכנסת. זה מה שקרה:

    { $what }

    עכשיו כמה שאלות, אחת בכל פעם. על כל אחת אפשר לדלג במילה ״דילוג״.
cr_hub =
    { $picture }

    מה עכשיו?
    .choice-known = עובדות ושאלות
    .choice-goals = מטרות ושליטה
    .choice-choose = אפשרויות והחלטה
    .choice-actions = פעולות
    .choice-partners = שותפים וקשרים
    .choice-voice = הודעה ראשונה
    .choice-team = הצוות
    .choice-papers = כרטיס ויומן
    .choice-round = סבב חדש או סיום
    .choice-back = יציאה מכאן
    .help =
        למה: אפשר לפתוח כל חלק בכל סדר. הכול נשמר אחרי כל תשובה.
        דוגמה: הגיע מידע חדש? ״עובדות ושאלות״. צריך לפרסם משהו? ״הודעה ראשונה״.
cr_chosen_again =
    ההחלטה שעומדת עכשיו: { $decision }
    הסיבה: { $reason }
cr_unchosen_again = עוד לא הוחלט. מה שנכתב כאן עומד לפני מי שמובילים את הטיפול.
cr_thought_of = נשמר. תודה, זה ברור.
