"""Finds texts that fit neither the screen nor the values they are given, nor each other across the languages."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from flows import ftl
from flows.check_ftl import Language, Text
from flows.check_texts import ANSWERS
from flows.model import Ask, Catalogue, Flow, Step
from flows.problems import Problem, hint

LONGEST_PROMPT, LONGEST_HELP = 300, 280
FEW_CHOICES, SHORT_LABEL, LONG_LABEL = 3, 20, 24
MOST_CHOICES = {Ask.CHOICE: 10, Ask.CHOICES: 9}
NEVER_BOTH = (("is_in_no_coalition", "is_in_a_coalition"),)
"""Guards of which one holds when the other does not: their choices never stand side by side."""
ALWAYS_GIVEN = frozenset({"name"})
_MARKS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")

Languages = Sequence[Language]
Gives = Mapping[str, frozenset[str]]
"""For each fill the names it gives."""


def fitting_problems(flows: Catalogue, languages: Languages, gives: Gives) -> Iterator[Problem]:
    """Every text that is too long, reads like another label, or needs values it does not get."""
    yield from _different_arguments(languages)
    for flow in flows.values():
        for step in flow.steps.values():
            yield from _too_many(flow, step)
            yield from _arguments_not_given(languages, step, gives)
            for language in languages:
                yield from _too_long(step, language)
                yield from _same_labels(step, language)
    for language in languages:
        yield from _marks_by_hand(language)


# Arguments


def _different_arguments(languages: Languages) -> Iterator[Problem]:
    for key in sorted({key for language in languages for key in language.texts}):
        needs = _needs(languages, key)
        agreed = _agreed(needs)
        for language in languages:
            if needs.get(language.code, agreed) != agreed:
                text, own = language.texts[key], needs[language.code]
                parts = [f"{{ ${name} }} is missing" for name in sorted(agreed - own)]
                parts += [f"{{ ${name} }} stands only here" for name in sorted(own - agreed)]
                sentence = f"`{key}` differs from the other languages: {', '.join(parts)}."
                yield Problem(text.path, text.line, "different-arguments", sentence)


def _needs(languages: Languages, key: str) -> dict[str, frozenset[str]]:
    having = [language for language in languages if key in language.texts]
    return {language.code: ftl.arguments(key, language.patterns) for language in having}


def _agreed(needs: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """What most languages need; the first of them when they are of two minds."""
    return Counter(needs.values()).most_common(1)[0][0] if needs else frozenset()


def _arguments_not_given(languages: Languages, step: Step, gives: Gives) -> Iterator[Problem]:
    filled = frozenset[str]() if step.fills is None else gives.get(step.fills)
    if filled is None:
        return  # an unknown fill was told already
    for key in sorted({key for language in languages for key in language.keys_of(step.id)}):
        needs = _needs(languages, key)
        given = filled | ALWAYS_GIVEN if key == step.id else frozenset[str]()
        lacking = sorted(_agreed(needs) - given)
        if lacking:
            text = next(la.texts[key] for la in languages if needs.get(la.code) == _agreed(needs))
            names = ", ".join(f"{{ ${name} }}" for name in lacking)
            sentence = (
                f"`{key}` needs {names}, which nobody gives it here; only a question itself gets what `fill:` gives."
            )
            yield Problem(text.path, text.line, "missing-argument", sentence + hint(lacking[0], given))


# Lengths and labels


def _too_many(flow: Flow, step: Step) -> Iterator[Problem]:
    most = MOST_CHOICES.get(step.ask) if step.ask else None
    guards = list(step.only.values())
    shown = len(step.choices) - sum(min(guards.count(one), guards.count(other)) for one, other in NEVER_BOTH)
    if most is not None and shown > most:
        sentence = f"Step `{step.id}` has {shown} choices at once; `{step.ask}` shows at most {most}."
        yield Problem(flow.path, step.line, "too-many-choices", sentence)


def _too_long(step: Step, language: Language) -> Iterator[Problem]:
    label = SHORT_LABEL if len(step.choices) <= FEW_CHOICES else LONG_LABEL
    limits = {step.id: ("prompt", LONGEST_PROMPT), f"{step.id}.help": ("help", LONGEST_HELP)}
    limits |= {key: ("label", label) for key in _labels(step)}
    for key, (what, most) in limits.items():
        text = language.texts.get(key)
        length = ftl.longest(text.pattern, language.patterns) if text else 0
        if text and length > most:
            sentence = f"`{key}` has {length} characters; a {what} here may have {most}. Shorten it."
            yield Problem(text.path, text.line, f"{what}-too-long", sentence)


def _labels(step: Step) -> list[str]:
    """The keys of its fixed choices' labels."""
    if step.ask is Ask.YES_NO:
        return list(ANSWERS.values())
    return [f"{step.id}.choice-{choice}" for choice in step.choices]


def _same_labels(step: Step, language: Language) -> Iterator[Problem]:
    labels = [language.texts[key] for key in _labels(step) if key in language.texts]
    told: set[str] = set()
    for form in ftl.FORMS:
        first: dict[str, Text] = {}
        for text in labels:
            other = first.setdefault(ftl.said(text.pattern, language.patterns, form).strip().casefold(), text)
            if other is not text and text.key not in told:
                told.add(text.key)
                sentence = f"`{text.key}` reads like `{other.key}`; people need two different labels."
                yield Problem(text.path, text.line, "duplicate-label", sentence)


def _marks_by_hand(language: Language) -> Iterator[Problem]:
    for text in language.texts.values():
        is_label = ".choice-" in text.key or text.key.endswith(".topic") or text.key in ANSWERS.values()
        if not is_label:
            continue
        if any(_MARKS.search(ftl.bare(text.pattern, language.patterns, form)) for form in ftl.FORMS):
            sentence = f"`{text.key}` holds an invisible direction mark; delete it, the bot sets them itself."
            yield Problem(text.path, text.line, "direction-mark", sentence)
