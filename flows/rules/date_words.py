"""Turns the words people type for days and hours into signs, so that one grammar reads three languages.

A sign is a letter and a number. A word may stand for several signs in a row ("tonight": today, night), and it may
have several meanings ("שני": Monday, the second, two); which one is meant is left to the grammar.

    T day counted from today    W weekday, Monday 0          V year              J Hebrew year
    M month                     X the same in English, where it may stand before its day
    H Hebrew month, 14: Adar without saying which
    N number                    O ordinal (26th)             o ordinal (first)   L Hebrew numeral    d two of
    C hour as written           c hour of either half day    p hour with a dot   G midnight
    P part of the day           e "evening", or "eve of"     A "at the hour"     h and a half        Q half past
    U unit of time              D two of the unit            f half of a unit    I in (so long)      R from now
    n next                      k coming                     t this              S start  m middle  Z end
    K weekend                   B "ב"                        E "ה"               Y "יום"  y "يوم"
    F small word                , a pause

Hours and their fractions are counted in minutes; units are minute 0, hour 1, day 2, week 3, month 4, year 5.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from flows.typed import folded

Sign = tuple[str, int]
Meaning = tuple[Sign, ...]


@dataclass(frozen=True, slots=True)
class DayPart:
    """A part of the day in minutes after midnight: its usual hour, and the stretches an hour in it may lie in."""

    usual: int
    stretches: tuple[tuple[int, int], ...]

    @property
    def over(self) -> int:
        return min(self.stretches[-1][1], 24 * 60)


def _part(usual: int, *stretches: tuple[int, int]) -> DayPart:
    return DayPart(usual * 60, tuple((begin * 60, end * 60) for begin, end in stretches))


DAY_PARTS = (
    _part(9, (0, 12)),  # morning, am
    _part(12, (11, 16)),  # noon
    _part(16, (12, 20)),  # afternoon
    _part(19, (16, 25)),  # evening
    _part(21, (0, 5), (17, 29)),  # night: "2 at night" belongs to this day or to the one before, people differ
    _part(16, (12, 24)),  # pm
    _part(19, (12, 25)),  # the Arabic evening begins at noon
)


@dataclass(frozen=True, slots=True)
class Spoken:
    """How a language says a moment: weekdays from Monday, and what stands before the date and the hour."""

    weekdays: tuple[str, ...]
    before_date: str
    before_hour: str


SPOKEN: Mapping[str, Spoken] = {
    "he": Spoken(
        ("יום שני", "יום שלישי", "יום רביעי", "יום חמישי", "יום שישי", "יום שבת", "יום ראשון"), ", ", " בשעה "
    ),
    "ar": Spoken(
        ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"), "، ", " الساعة "
    ),
    "en": Spoken(
        ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"), ", ", " at "
    ),
}  # fmt: skip

_WEAK = """
היום שבת ראשון שני שלישי רביעי חמישי שישי ששי ערב בוקר לילה חצות
اليوم
sun mon tue wed thu fri sat jan feb mar march apr may jun jul aug sep sept oct nov dec morning evening
"""

_TABLE = """
T0    = היום | اليوم | today
T1    = מחר | غدا | الغد | بكرا | بكرة | tomorrow | tmrw | tomorow
T2    = מחרתיים | بعد غد | بعد الغد | بعد بكرا | بعد بكرة | day after tomorrow
T0 P0 = הבוקר | صباح اليوم | this morning
T0 P1 = היום בצהריים | ظهر اليوم
T0 P2 = this afternoon | عصر اليوم
T0 P3 = הערב | this evening
T0 P6 = مساء اليوم | هذا المساء
T0 P4 = הלילה | الليلة | tonight
T1 P0 = صباح الغد
T1 P6 = مساء الغد

P0 = בוקר | בשעות הבוקר | صباحا | الصبح | صباح | في الصباح | ص | morning | in the morning | am
P1 = צהריים | צהרים | בצהרי היום | בשעות הצהריים | ظهرا | الظهر | ظهر | noon | midday
P2 = אחרי הצהריים | אחר הצהריים | אחרי צהריים | אחר צהריים | אחה״צ
P2 = بعد الظهر | عصرا | العصر | عصر | afternoon | in the afternoon
P3 = בערב | לערב | בשעות הערב | evening | in the evening
P6 = مساء | المساء | في المساء
P4 = לילה | ليلا | في الليل | بالليل | night | at night
P5 = م | pm
e  = ערב
G  = חצות | منتصف الليل | midnight

W6 = ראשון | יום א | الأحد | يوم أحد | sunday
W0 = שני | יום ב | الاثنين | يوم اثنين | monday
W1 = שלישי | יום ג | الثلاثاء | الثلاثا | tuesday | tues
W2 = רביעי | יום ד | الأربعاء | الأربعا | wednesday
W3 = חמישי | יום ה | الخميس | thursday | thur | thurs
W4 = שישי | ששי | יום ו | ערב שבת | الجمعة | friday
W5 = שבת | יום ש | السبت | saturday
W6 = sun | sundays
W0 = mon
W1 = tue
W2 = wed
W3 = thu
W4 = fri
W5 = sat
W5 P4 = מוצ״ש | מוצש״ק | מוצאי שבת | במוצאי השבת
K  = סוף השבוע | סוף שבוע | סופ״ש | הסופ״ש | نهاية الأسبوع | عطلة نهاية الأسبوع | آخر الأسبوع
K  = weekend | end of the week | end of week

M1  = ינואר | ינו׳ | كانون الثاني | كانون ثاني | يناير
M2  = פברואר | פבר׳ | شباط | فبراير
M3  = מרץ | מרס | מארס | آذار | مارس
M4  = אפריל | אפר׳ | نيسان | أبريل | ابريل
M5  = מאי | أيار | مايو
M6  = יוני | حزيران | يونيو | يونيه
M7  = יולי | تموز | يوليو | يوليه
M8  = אוגוסט | אוג׳ | آب | أغسطس
M9  = ספטמבר | ספט׳ | أيلول | سبتمبر
M10 = אוקטובר | אוק׳ | تشرين الأول | تشرين أول | أكتوبر
M11 = נובמבר | נוב׳ | تشرين الثاني | تشرين ثاني | نوفمبر
M12 = דצמבר | דצמ׳ | كانون الأول | كانون أول | ديسمبر
X1  = january | jan
X2  = february | feb
X3  = march | mar
X4  = april | apr
X5  = may
X6  = june | jun
X7  = july | jul
X8  = august | aug
X9  = september | sept | sep
X10 = october | oct
X11 = november | nov
X12 = december | dec

H1  = ניסן
H2  = אייר | איר
H3  = סיוון | סיון
H4  = תמוז
H5  = אב | מנחם אב
H6  = אלול
H7  = תשרי
H8  = חשוון | חשון | מרחשוון | מרחשון
H9  = כסלו | כסליו
H10 = טבת
H11 = שבט
H12 = אדר א | אדר ראשון
H13 = אדר ב | אדר שני
H14 = אדר

o1 = ראשון | الأول | أول | first
o2 = שני | الثاني | second
o3 = שלישי | الثالث | third
o4 = רביעי | الرابع
o5 = חמישי | الخامس
o6 = שישי | ששי | السادس
o7 = السابع
o8 = الثامن
o9 = التاسع
o10 = العاشر
N1 = אחד | אחת | واحد | واحدة | الواحدة | one
N2 = שתיים | שתים | שניים | الثانية | two
d2 = שני | שתי | اثنين | اثنتين
N3 = שלוש | שלושה | ثلاثة | ثلاث | الثالثة | three
N4 = ארבע | ארבעה | أربعة | أربع | الرابعة | four
N5 = חמש | חמישה | חמשה | خمسة | خمس | الخامسة | five
N6 = שש | שישה | ששה | ستة | ست | السادسة | six
N7 = שבע | שבעה | سبعة | سبع | السابعة | seven
N8 = שמונה | ثمانية | ثماني | ثمان | الثامنة | eight
N9 = תשע | תשעה | تسعة | تسع | التاسعة | nine
N10 = עשר | עשרה | عشرة | عشر | العاشرة | ten
N11 = אחת עשרה | الحادية عشرة | eleven
N12 = שתים עשרה | שתיים עשרה | الثانية عشرة | twelve

U0 = דקות | דקה | دقيقة | دقائق | minute | minutes | min | mins
U1 = שעה | שעות | ساعة | ساعات | hour | hours
U2 = יום | ימים | يوم | أيام | day | days
U3 = שבוע | שבועות | أسبوع | الأسبوع | أسابيع | week | weeks
U4 = חודש | חודשים | شهر | الشهر | أشهر | شهور | month | months
U5 = שנה | שנים | سنة | السنة | العام | سنوات | year | years
D1 = שעתיים | ساعتين
D2 = יומיים | يومين
D3 = שבועיים | أسبوعين | fortnight
D4 = חודשיים | شهرين
D5 = שנתיים | سنتين
f30 = חצי | نصف | half
f15 = רבע | ربع
h30 = וחצי | ونصف | والنصف | ونص
h15 = ורבע | وربع | والربع
h-15 = إلا ربع
Q30 = half past
Q15 = quarter past
Q-15 = רבע ל | quarter to
I  = בעוד | עוד | بعد | in
R  = מהיום | מעכשיו | من الآن | من اليوم | from now | from today

n = הבא | הבאה | القادم | القادمة | المقبل | المقبلة | الجاي | الجاية | next
k = הקרוב | הקרובה | coming | upcoming
t = הזה | הזאת | הזו | هذا | هذه | this
S = תחילת | ראשית | بداية | أول | مطلع | start of | beginning of | early
m = אמצע | منتصف | mid | middle of
Z = סוף | آخر | نهاية | أواخر | end of | late
A = בשעה | לשעה | الساعة | at
B = ב
E = ה
Y = יום
y = يوم
F = ל | מ | עד | את | של | תאריך | בתאריך | בערך | בסביבות | אז | נגיד | בבקשה | בע״ה
F = في | من | على | حتى | لغاية | تاريخ | بتاريخ | حوالي | تقريبا | إن شاء الله | ب | ل
F = in | from | on | the | of | by | until | till | a | an | around | about | please | o'clock | time | t | date
"""

FOREIGN_KEYBOARDS = {"ک": "ك", "ی": "ي"}
"""Letters of the Persian keyboard, which look like their Arabic sisters."""

ALTERNATIVES = ("או", "أو", "or")
ARTICLES = frozenset({"the", "a", "an"})

HEBREW_PREFIXES = "בלה"
ARABIC_PREFIXES = "بلو"

THE_FIFTH = ("[בל]?יום ה-", "ה-")
"""A pattern of what is typed before a number, where ה is "the" and not Thursday; and what it means."""

SECOND_ADAR = ("אדר ב", "אדר, ב")
"""The same for ב before an hour: "at", and not the second Adar."""


def key_of(word: str) -> str:
    """The form under which a typed word is looked up: no quotes, no marks, one case, final letters levelled."""
    return folded(word.replace('"', "").replace("'", "").replace("״", "").replace("׳", ""))


def _meaning(signs: str) -> Meaning:
    return tuple((sign[0], int(sign[1:] or 0)) for sign in signs.split())


def _words(lines: Iterable[str]) -> dict[str, tuple[Meaning, ...]]:
    words: dict[str, tuple[Meaning, ...]] = {}
    for line in filter(None, lines):
        signs, _, spellings = line.partition("=")
        for spelling in spellings.split("|"):
            known = words.get(key_of(spelling), ())
            words[key_of(spelling)] = (*known, _meaning(signs))
    return words


WEAK_ALONE = frozenset(map(key_of, _WEAK.split()))
"""Words that are a date in an answer, but rarely at the edge of another phrase ("a first goal", "a march")."""

WORDS: Mapping[str, tuple[Meaning, ...]] = _words(_TABLE.splitlines())
LONGEST_PHRASE = max(len(phrase.split()) for phrase in WORDS)


def _numeral(number: int) -> str:
    """The Hebrew letters of a number below 1000, as dates are written: 15 and 16 without the name of God."""
    letters = ""
    for worth, letter in _LETTERS:
        while number >= worth and number not in {15, 16}:
            letters += letter
            number -= worth
    return letters + {15: "טו", 16: "טז"}.get(number, "")


_LETTERS = tuple(
    zip(
        (400, 300, 200, 100, 90, 80, 70, 60, 50, 40, 30, 20, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1),
        "תשרקצפעסנמלכיטחזוהדגבא",
        strict=True,
    )
)
NUMERALS: Mapping[str, int] = {key_of(_numeral(n)): n for n in range(1, 31)}
HEBREW_YEARS: Mapping[str, int] = {key_of(_numeral(n)): 5000 + n for n in range(780, 850)}
LETTER_DAYS: Mapping[str, int] = dict(zip("אבגדהוש", (6, 0, 1, 2, 3, 4, 5), strict=True))
