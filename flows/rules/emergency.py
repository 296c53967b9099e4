"""Words the numbers to call when somebody is in danger, so that every way into a crisis shows the same ones."""

from collections.abc import Mapping
from datetime import date

from flows.content import Content
from flows.facts import Facts, Filling, Here
from flows.model import Fields, Fill, Phrase, Wording

_APART = "\t"


def as_facts(content: Content, language: str) -> Fields:
    """The table as a conversation reads it: "name, number" for each line, and the oldest day of checking."""
    lines = [f"{_in(line.names, language)}{_APART}{line.number}" for line in content.numbers]
    checked = [line.checked for line in content.numbers if line.checked]
    all_checked = bool(checked) and len(checked) == len(content.numbers)
    return {"numbers": lines, "numbers_checked": min(checked) if all_checked else None}


def number_lines(house: Fields) -> tuple[Wording, ...]:
    """One line for each number to call, when the operator last tried them, and how a person is reached."""
    numbers = house.get("numbers")
    split = (line.split(_APART) for line in numbers) if isinstance(numbers, list) else ()
    lines: list[Wording] = [Phrase("number-line", {"name": name, "number": number}) for name, number in split]
    checked = house.get("numbers_checked")
    lines.append(_checked_on(date.fromisoformat(str(checked))) if checked else Phrase("numbers-unchecked"))
    if house.get("contact"):
        lines.append(Phrase("person-contact", {"contact": str(house["contact"])}))
    return tuple(lines)


def _checked_on(day: date) -> Phrase:
    return Phrase("numbers-checked", {"date": f"{day.day}.{day.month}.{day.year}"})


def _in(names: Mapping[str, str], language: str) -> str:
    return names.get(language) or next(iter(names.values()), "")


def _emergency_numbers(facts: Facts, here: Here) -> Mapping[str, Fill]:
    return {"numbers": number_lines(facts.one("house"))}


FILLS: Mapping[str, Filling] = {
    "emergency_numbers": Filling(_emergency_numbers, frozenset({"house"}), frozenset({"numbers"})),
}
