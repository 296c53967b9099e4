# Alerts that come by the clock, to whoever leads a thing, then to the committee.

alert-milestone =
    .t-14 = בעוד שבועיים: ״{ $title }״ ({ $day }). אחריות: { $owner }. מה צריך לקרות עד אז?
    .t-7 = בעוד שבוע: ״{ $title }״ ({ $day }). אחריות: { $owner }. איפה זה עומד?
    .t-1 = מחר: ״{ $title }״ ({ $day }). אחריות: { $owner }. איפה זה עומד?
    .due = היום: ״{ $title }״ ({ $day }). אחריות: { $owner }. הגענו?
    .overdue = אתמול היה המועד של ״{ $title }״ ({ $day }). אחריות: { $owner }. איפה זה עומד? גם ״תקוע״ הוא תשובה טובה.
    .overdue_committee = ״{ $title }״ מחכה כבר כמה ימים ({ $day }). אחריות: { $owner }. אולי כדאי לשאול במה אפשר לעזור, או לקבוע מועד חדש.
alert-task =
    .t-1 = מחר: ״{ $title }״ ({ $day }). אחריות: { $owner }. איפה זה עומד?
    .due = היום: ״{ $title }״ ({ $day }). אחריות: { $owner }. איפה זה עומד?
    .overdue = אתמול היה המועד של ״{ $title }״ ({ $day }). אחריות: { $owner }. איפה זה עומד? גם ״תקוע״ הוא תשובה טובה.
    .overdue_committee = ״{ $title }״ מחכה כבר כמה ימים ({ $day }). אחריות: { $owner }. אולי כדאי לשאול במה אפשר לעזור, או לקבוע מועד חדש.
alert-talk =
    .t-1 = מחר השיחה עם ״{ $title }״ ({ $day }). הובלה: { $owner }. כדאי לקחת את חמש השאלות, ובעיקר להקשיב.
    .report = אתמול נקבעה שיחה עם ״{ $title }״ ({ $day }). הובלה: { $owner }. איך היה? שתי דקות של סיכום יעזרו לכולם.
waiting-for-committee =
    { $count ->
        [two] שני דברים מחכים לצוות המוביל:
       *[other] { $count } דברים מחכים לצוות המוביל:
    }
    { $lines }
waiting-settled = מה שחיכה כאן כבר מטופל.
waiting-line = ״{ $title }״, { $day }. אחריות: { $owner }
waiting-more =
    { $count ->
        [one] ועוד אחד.
        [two] ועוד שניים.
       *[other] ועוד { $count }.
    }
choice-see-plan = לראות את התוכנית
nobody-yet = עוד אין
choice-report-talk = לספר איך היה
choice-work-done = בוצע
choice-work-going = בתהליך
choice-work-stuck = תקוע
