"""Plans hang on dates: none is lost on the way from the typed word to the hour of the alarm, and none is past."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from babel import Locale
from babel.dates import format_date
from hypothesis import example, given, settings
from hypothesis import strategies as st

from flows.rules.date_words import SPOKEN, WORDS
from flows.rules.dates import (
    Moment,
    instant_of,
    moment_from,
    phrase_of,
    read_date,
    read_month,
    split_item_and_date,
    usual_days,
)
from flows.typed import cleaned

JERUSALEM = ZoneInfo("Asia/Jerusalem")
WEDNESDAY = datetime(2026, 11, 18, 10, 0, tzinfo=JERUSALEM)
NEW_YEAR = datetime(2026, 1, 1, 0, 0, tzinfo=JERUSALEM)
NEW_YEAR_UTC = NEW_YEAR.astimezone(UTC)

# What it means, and what was typed, on Wednesday 18.11.2026: the first days of months.
MONTHS = """
2027-03-01            | March
2027-03-01            | in march
2027-03-01            | מרץ
2027-03-01            | במרץ 2027
2027-03-01            | מרץ 27
2027-03-01            | חודש מרץ
2027-03-01            | آذار
2027-03-01            | في شهر آذار
2027-01-01            | كانون الثاني
2028-03-01            | מרץ 2028
2028-03-01            | 3/2028
2026-12-01            | דצמבר
2026-12-01            | חודש הבא
2026-12-01            | الشهر القادم
2026-11-01 2027-11-01 | נובמבר
2026-11-01            | נובמבר 2026
-                     | אוקטובר 2026
-                     | 5 במרץ
-                     | March 27
-                     | שבוע הבא
-                     | 3
-                     | מרץ 3000
-                     | הצעדה
"""

# The item, its date, and how both were typed, on the same day.
ITEMS = """
נייר עמדה                    | 2027-03-01            | נייר עמדה – מרץ
נייר עמדה                    | 2027-03-01            | מרץ: נייר עמדה
נייר עמדה                    | 2027-01-01            | נייר עמדה לינואר
נייר עמדה                    | 2026-11-30 2027-11-01 | נייר עמדה – נובמבר
נייר עמדה                    | 2027-01-05            | נייר עמדה (5.1)
נייר עמדה – ארגון א׳         | 2026-12-01            | נייר עמדה – ארגון א׳ – 1.12
נייר עמדה של עמוד – נור      | 2026-12-10            | נייר עמדה של עמוד – נור – 10.12
ישיבת ועדה                   | 2027-01-05            | ישיבת ועדה 5.1
ישיבת ועדה ב׳                | 2027-01-05            | ישיבת ועדה ב׳ 5.1
ועדה: לבקש נתוני ביצוע       | 2026-12-03            | 3.12 ועדה: לבקש נתוני ביצוע
ועדת שרים, הצעה 114          | 2027-01-01            | ועדת שרים, הצעה 114, ינואר
סעיף 5                       | 2027-01-01            | סעיף 5, ינואר
פגישה                        | 2026-11-22T18:00      | פגישה ביום ראשון ב-18:00
פגישה עם ראש העיר            | 2026-11-19T10:00      | פגישה עם ראש העיר מחר ב-10:00
יעד ראשון                    | 2027-03-01            | יעד ראשון – מרץ
יעד ראשון                    | 2027-03-01            | יעד ראשון מרץ
דוח                          | 2026-11-30            | סוף החודש: דוח
موعد اللجنة                  | 2027-01-05            | موعد اللجنة في ٥/١
ورقة موقف                    | 2027-03-01            | ورقة موقف – آذار
اجتماع اللجنة                | 2026-11-22            | اجتماع اللجنة يوم الأحد القادم
Position paper               | 2027-03-01            | Position paper, March
Position paper               | 2027-03-01            | Position paper in March
Committee                    | 2026-11-18T18:00 2026-11-25T18:00 | Committee: Wednesday 18:00
                             | 2027-01-05            | 5.1
                             | 2027-03-01            | מרץ 2027
נייר עמדה                    | -                     | נייר עמדה
נייר עמדה – ארגון א׳         | -                     | נייר עמדה – ארגון א׳
ישיבת ועדה ב׳                | -                     | ישיבת ועדה ב׳
סדר היום                     | -                     | סדר היום
יעד ראשון                    | -                     | יעד ראשון
המפגש ה-5                    | -                     | המפגש ה-5
הודעה עד 23:00               | -                     | הודעה עד 23:00
כנס 1–3.12                   | -                     | כנס 1–3.12
כנס 3.12 או 5.12             | -                     | כנס 3.12 או 5.12
3.12 או 5.12 כנס             | -                     | 3.12 או 5.12 כנס
3.12 – 5.12 כנס              | -                     | 3.12 – 5.12 כנס
מכתב או נייר                 | 2027-03-01            | מכתב או נייר – מרץ
כנס 3.12 – 5.12              | -                     | כנס 3.12 – 5.12
כנס מ-3.12 עד 5.12           | -                     | כנס מ-3.12 עד 5.12
Plan the march               | -                     | Plan the march
March on the parliament      | -                     | March on the parliament
26th anniversary             | -                     | 26th anniversary
                             | -                     |
"""

moments = st.builds(
    Moment,
    st.dates(date(2026, 1, 2), date(2037, 12, 31)),
    st.none() | st.builds(time, st.integers(0, 23), st.integers(0, 59)),
)
instants = st.integers(0, 12 * 365 * 24 * 60).map(
    lambda minutes: (NEW_YEAR_UTC + timedelta(minutes=minutes)).astimezone(JERUSALEM)
)
numbers = st.integers(0, 40).map(str)
pieces = (
    st.sampled_from(sorted(WORDS))
    | numbers
    | st.builds("{}:{:02}".format, st.integers(0, 25), st.integers(0, 61))
    | st.builds("{}.{}".format, st.integers(0, 32), st.integers(0, 31))
    | st.builds("{}/{}/{}".format, st.integers(0, 32), st.integers(0, 13), st.integers(2025, 2050))
    | st.sampled_from(["ב-", "ה-", "ל", "-", "–", ",", "ט״ו", "ב׳", "תשפ״ז", "26th", "8pm", "או"])
)
typed_dates = st.lists(pieces, max_size=7).map(" ".join)


def columns(table: str) -> Iterator[list[str]]:
    for line in filter(None, table.splitlines()):
        yield [column.strip() for column in line.split("|")]


def isos(found: tuple[Moment, ...]) -> str:
    return " ".join(moment.iso() for moment in found) or "-"


@pytest.mark.parametrize(("meant", "typed"), [*columns(MONTHS)])
def test_a_month_is_the_next_of_its_name(meant: str, typed: str) -> None:
    assert (" ".join(month.isoformat() for month in read_month(typed, WEDNESDAY)) or "-") == meant


@pytest.mark.parametrize(("item", "meant", "typed"), [*columns(ITEMS)])
def test_an_item_and_its_date_are_told_apart(item: str, meant: str, typed: str) -> None:
    found, when = split_item_and_date(typed, WEDNESDAY)
    assert (found, isos(when)) == (item, meant)


# English in its American form writes the month first; 1/5 is the fifth of January there, and the first of May here.
@pytest.mark.parametrize("locale", ["he", "ar_IL", "en", "en_IL", "en_GB"])
@pytest.mark.parametrize("length", ["short", "medium", "long", "full"])
@settings(deadline=None)
@given(day=st.dates(date(2026, 1, 1), date(2037, 12, 31)))
def test_what_any_phone_writes_is_read_as_the_same_day(day: date, length: str, locale: str) -> None:
    written = format_date(day, "d/M/yy" if (length, locale) == ("short", "en") else length, locale=locale)
    assert read_date(written, NEW_YEAR) == (Moment(day),)


@pytest.mark.parametrize("language", SPOKEN)
@settings(deadline=None)
@given(moment=moments)
def test_what_we_say_is_read_as_what_was_meant(moment: Moment, language: str) -> None:
    assert read_date(phrase_of(moment, language), NEW_YEAR) == (moment,)


@pytest.mark.parametrize(("language", "locale"), [("he", "he"), ("ar", "ar_IL"), ("en", "en")])
def test_weekdays_are_named_as_everywhere(language: str, locale: str) -> None:
    names = Locale.parse(locale).days["format"]["wide"]
    assert list(SPOKEN[language].weekdays) == [names[day] for day in range(7)]


def test_a_moment_is_said_with_weekday_date_and_hour() -> None:
    day, evening = Moment(date(2026, 11, 26)), Moment(date(2026, 11, 26), time(18))
    assert phrase_of(day, "he") == "יום חמישי, 26.11.2026"
    assert phrase_of(evening, "he") == "יום חמישי, 26.11.2026 בשעה 18:00"
    assert phrase_of(evening, "ar") == "الخميس، 26.11.2026 الساعة 18:00"
    assert phrase_of(evening, "en") == "Thursday, 26.11.2026 at 18:00"
    with pytest.raises(KeyError):
        phrase_of(day, "fr")


@settings(deadline=None)
@given(typed=typed_dates, now=instants)
@example(typed="עוד 10 דקות", now=datetime(2027, 10, 31, 1, 30, tzinfo=JERUSALEM, fold=1))
@example(typed="in 999 years", now=WEDNESDAY)
@example(typed="31 לחודש", now=datetime(2027, 2, 28, 10, tzinfo=JERUSALEM))
def test_nothing_past_is_ever_returned(typed: str, now: datetime) -> None:
    for found in (read_date(typed, now), split_item_and_date(typed, now)[1]):
        assert list(found) == sorted(set(found))
        for moment in found:
            assert moment.day >= now.date()
            assert moment.hour is None or instant_of(moment, JERUSALEM) > now
    for month in read_month(typed, now):
        assert (month.day, month >= now.date().replace(day=1)) == (1, True)


@settings(deadline=None)
@given(typed=st.text() | typed_dates.flatmap(lambda typed: st.permutations(typed).map("".join)))
@example(typed="-")
@example(typed="2026-13-45T99:99")
@example(typed="٠/٠/٠")
@example(typed="9" * 5000)
@example(typed="שני " * 14)
@example(typed="5.10 " * 14)
@example(typed="0000-01-01")
def test_no_text_breaks_the_reading(typed: str) -> None:
    read_date(typed, WEDNESDAY)
    read_month(typed, WEDNESDAY)
    item, found = split_item_and_date(typed, WEDNESDAY)
    assert found or item == cleaned(typed)


@settings(deadline=None)
@given(day=st.dates(date(2026, 11, 18), date(2037, 12, 31)), words=st.lists(st.sampled_from("אבגדה"), min_size=1))
def test_a_date_within_a_sentence_is_no_date(day: date, words: list[str]) -> None:
    sentence = f"נפגשים {' '.join(words)} ב-{day.day}.{day.month}.{day.year} אצל נור"
    assert read_date(sentence, WEDNESDAY) == ()


@settings(deadline=None)
@given(moment=moments)
def test_a_moment_is_stored_and_found_again(moment: Moment) -> None:
    assert moment_from(moment.iso()) == moment


@pytest.mark.parametrize("iso", ["", "2026-11", "20261126", "2026-11-26T", "2026-11-26T18", "2026-11-26T18:00+02:00"])
def test_what_we_did_not_write_is_no_moment(iso: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        moment_from(iso)


def test_a_whole_day_stands_before_its_hours() -> None:
    day = date(2026, 11, 26)
    in_order = [Moment(day - timedelta(1), time(23)), Moment(day), Moment(day, time(0)), Moment(day, time(18))]
    assert sorted(reversed(in_order)) == in_order
    assert max(in_order) == Moment(day, time(18))


def test_an_hour_that_spring_skips_is_the_first_minute_after() -> None:
    skipped, before = Moment(date(2027, 3, 26), time(2, 30)), Moment(date(2027, 3, 26), time(1, 59))
    assert instant_of(skipped, JERUSALEM) == datetime(2027, 3, 26, 0, 0, tzinfo=UTC)
    assert instant_of(skipped, JERUSALEM).astimezone(JERUSALEM).time() == time(3)
    assert instant_of(before, JERUSALEM) == datetime(2027, 3, 25, 23, 59, tzinfo=UTC)


def test_an_hour_that_autumn_repeats_is_the_first_of_the_two() -> None:
    assert instant_of(Moment(date(2027, 10, 31), time(1, 30)), JERUSALEM) == datetime(
        2027, 10, 30, 22, 30, tzinfo=UTC
    )
    assert instant_of(Moment(date(2027, 10, 31), time(2, 0)), JERUSALEM) == datetime(2027, 10, 31, 0, 0, tzinfo=UTC)


def test_a_whole_day_begins_when_it_is_asked_to() -> None:
    day = Moment(date(2027, 1, 5))
    assert instant_of(day, JERUSALEM) == datetime(2027, 1, 5, 7, 0, tzinfo=UTC)
    assert instant_of(day, JERUSALEM, time(20)) == datetime(2027, 1, 5, 18, 0, tzinfo=UTC)


@settings(deadline=None)
@given(moment=moments, zone=st.sampled_from(["Asia/Jerusalem", "Europe/London", "America/New_York", "UTC"]))
def test_an_instant_shows_its_hour_on_the_wall_unless_that_is_skipped(moment: Moment, zone: str) -> None:
    wanted = datetime.combine(moment.day, moment.hour or time(9))
    shown = instant_of(moment, ZoneInfo(zone)).astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    assert shown == wanted or timedelta(0) < shown - wanted <= timedelta(hours=1)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2026-11-17", {"today": 17, "tomorrow": 18, "this_thursday": 19, "next_week": 22}),
        ("2026-11-18", {"today": 18, "tomorrow": 19, "next_week": 22}),
        ("2026-11-19", {"today": 19, "tomorrow": 20, "this_thursday": 26, "next_week": 22}),
        ("2026-11-21", {"today": 21, "tomorrow": 22, "this_thursday": 26}),
        ("2026-11-22", {"today": 22, "tomorrow": 23, "this_thursday": 26, "next_week": 29}),
    ],
)
def test_the_usual_days_are_offered_once_each(now: str, expected: dict[str, int]) -> None:
    late = datetime.fromisoformat(now + "T23:59").replace(tzinfo=JERUSALEM)
    assert usual_days(late) == tuple((key, Moment(date(2026, 11, day))) for key, day in expected.items())
