"""Makes every line of a right-to-left message read from the right, whatever it opens with.

Phones take a line's direction from its first strong letter outside isolates. A line made of values only ("⁨Ynet⁩: ⁨3⁩")
has none and would read from the left; it gets an invisible right-to-left mark. Lines of somebody's own words and
links stand without isolates and are left alone.
"""

import re
import unicodedata

RIGHT_TO_LEFT_LANGUAGES = frozenset({"he", "ar"})

_RLM = "\u200f"
_ISOLATED = re.compile("[\u2066-\u2068][^\u2066-\u2069]*\u2069")
_STRONG = frozenset({"L", "R", "AL"})


def read_from_the_right(text: str) -> str:
    """The same text with a mark before each line that has isolates and no letter of its own."""
    return "\n".join(_RLM + line if _has_no_direction(line) else line for line in text.split("\n"))


def _has_no_direction(line: str) -> bool:
    if "\u2068" not in line:
        return False
    outside = line
    while (inner := _ISOLATED.sub("", outside)) != outside:
        outside = inner
    return not any(unicodedata.bidirectional(character) in _STRONG for character in outside)
