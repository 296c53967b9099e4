# The day before: go, change or put off, with what is still open before one's eyes.

ac_go =
    הפעולה: { $action }
    מתי: { $date }
    איפה: { $place }

    עוד פתוח:
    { $open }

    מה ההחלטה?
    .topic = ההחלטה
    .choice-go = יוצאים
    .choice-change = משנים
    .choice-stop = דוחים
    .help =
        למה: גם לדחות זו החלטה טובה.
        דוגמה: צפויות 42 מעלות? ״משנים״ לשעות הערב.
ac_change_where = את היום, השעה והמקום משנים בתפריט: ״יום פעולה״, ואז ״מטרה וצורה״.
