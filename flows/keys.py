"""Reads the value of each key a flow or step may have, so that a new key is one line in a table."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from flows.facts import RECORD_KINDS
from flows.model import Ask, Depth, Target
from flows.problems import TOLD, hint, nearest
from flows.yaml_subset import Lined

PICKED = "picked"
"""As a `goto`: the step whose id the person chose."""

ELSE = "else"
"""Among the choices of a `goto`: all the others."""

SAVED_KINDS = RECORD_KINDS | {"person", "answer"}
"""Kinds a step may save to: the workspace, the person, or this answer alone."""

NAME = re.compile(r"[a-z][a-z0-9_]*")
_CHOICE = re.compile(r"[a-z0-9][a-z0-9_]*")
_SAVE = re.compile(r"([a-z0-9_]+)(?:/([a-z0-9_]+))?\.([a-z0-9_]+)(?:=([^\s=]+))?")
_LETTERS = "small English letters, digits and _"

Read = dict[str, Any]
"""Fields of a Step or Flow, as read from one key."""

Reader = Callable[[object], Read]


class Wrong(Exception):
    """A value that cannot be read; `meant` is what to go on with, so that nothing else is told about it."""

    def __init__(self, code: str, sentence: str, meant: Read | None = None) -> None:
        super().__init__(sentence)
        self.code = code
        self.sentence = sentence
        self.meant = meant or {}


def shown(value: object) -> str:
    """What stands there, in words for people who write no programs."""
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    if isinstance(value, int | float | str):
        return f"`{str(value)[:40]}`"
    return "nothing" if value is None else "a list" if isinstance(value, list) else "a mapping (`key: value`)"


def _word(value: object, key: str, meant: Read) -> str:
    if isinstance(value, str) and NAME.fullmatch(value):
        return value
    code = "bad-name" if isinstance(value, str) else "wrong-type"
    raise Wrong(code, f"`{key}` wants one name of {_LETTERS}; here stands {shown(value)}.", meant)


def _name(key: str, target: str | None = None) -> Reader:
    """A reader for a key that holds one name."""
    into = target or key
    return lambda value: {into: _word(value, key, {into: TOLD})}


def _one_of(key: str, known: Sequence[str], make: Callable[[str], Read], otherwise: Read | None = None) -> Reader:
    """A reader for a key that holds one word out of few."""

    def read(value: object) -> Read:
        if isinstance(value, str) and value in known:
            return make(value)
        if not isinstance(value, str):
            sentence = f"`{key}` wants one word of: {', '.join(known)}; here stands {shown(value)}."
            raise Wrong("wrong-type", sentence, otherwise)
        meant = nearest(value, known)
        sentence = f"`{key}` knows no `{value}`.{hint(value, known)}"
        raise Wrong("unknown-value", sentence, make(meant) if meant else otherwise)

    return read


def _true_or_false(key: str) -> Reader:
    def read(value: object) -> Read:
        if isinstance(value, bool):
            return {key: value}
        raise Wrong("wrong-type", f"`{key}` wants `true` or `false`; here stands {shown(value)}.")

    return read


def _ask(word: str) -> Read:
    ask = Ask(word)
    return {"ask": ask, "choices": ("yes", "no")} if ask is Ask.YES_NO else {"ask": ask}


def _choices(value: object) -> Read:
    if isinstance(value, Lined):
        return _source(value)
    if not isinstance(value, list) or not value:
        sentence = f"`choices` wants a list such as [one, other]; here stands {shown(value)}."
        raise Wrong("wrong-type", sentence, {"source": TOLD})
    values = [str(item) if type(item) is int else item for item in value]
    good = tuple(dict.fromkeys(v for v in values if isinstance(v, str) and _CHOICE.fullmatch(v)))
    for item in values:
        if item not in good:
            sentence = f"A choice is one name of {_LETTERS}; here stands {shown(item)}."
            raise Wrong("bad-name" if isinstance(item, str) else "wrong-type", sentence, {"choices": good})
    if len(good) < len(values):
        twice = next(v for v in good if values.count(v) > 1)
        raise Wrong("duplicate-key", f"The choice `{twice}` stands here twice; keep one.", {"choices": good})
    return {"choices": good}


def _source(value: Lined) -> Read:
    told = {"source": TOLD}
    if list(value) != ["from"]:
        raise Wrong("wrong-type", "`choices` wants a list, or `{from: …}` with the name of a source.", told)
    return {"source": _word(value["from"], "from", told)}


def _goto(value: object) -> Read:
    if isinstance(value, Lined):
        return _names(value, "goto", _branches)
    return {"goto": _word(value, "goto", {"goto": TOLD})}


def _branches(names: dict[str, str]) -> Read:
    """Each choice's way; `else` is the way of all other choices and of a skipped question."""
    branches = {choice: name for choice, name in names.items() if choice != ELSE}
    return {"branches": branches, "goto": names[ELSE]} if ELSE in names else {"branches": branches}


def _open(value: object) -> Read:
    if isinstance(value, Lined):
        return _names(value, "open", lambda names: {"opens": names})
    return {"opens": {"": _word(value, "open", {"opens": {"": TOLD}})}}


def _only(value: object) -> Read:
    if isinstance(value, Lined):
        return _names(value, "only", lambda names: {"only": names})
    sentence = f"`only` wants {{choice: guard}} for choices not always there; here stands {shown(value)}."
    raise Wrong("wrong-type", sentence)


def _names(value: Lined, key: str, make: Callable[[dict[str, str]], Read]) -> Read:
    names = {choice: v if isinstance(v, str) and NAME.fullmatch(v) else TOLD for choice, v in value.items()}
    wrong = next((choice for choice, name in names.items() if name == TOLD), None)
    if wrong is not None:
        sentence = f"`{key}` wants one name for the choice `{wrong}`; here stands {shown(value[wrong])}."
        raise Wrong("wrong-type", sentence, make(names))
    return make(names)


def _save(value: object) -> Read:
    if not isinstance(value, str):
        raise Wrong("wrong-type", f"`save` wants `kind.field`; here stands {shown(value)}.")
    parts = _SAVE.fullmatch(value)
    if parts is None:
        sentence = f"`{value}` is no place for an answer; write `kind.field`, such as `goal.text`."
        raise Wrong("bad-save", sentence)
    kind, item, name, mark = parts.groups()
    if kind in SAVED_KINDS:
        return {"save": Target(kind, name, item or "", mark)}
    meant = Target(nearest(kind, SAVED_KINDS) or "answer", name, item or "", mark)
    raise Wrong("bad-save", f"Nothing is kept about `{kind}`.{hint(kind, SAVED_KINDS)}", {"save": meant})


def _steps(value: object) -> Read:
    if value is None or isinstance(value, Lined):
        return {}
    sentence = f"`steps` wants steps under it, each with its name; here stands {shown(value)}."
    raise Wrong("wrong-type", sentence)


def _read_elsewhere(_: object) -> Read:
    return {}


FLOW_READERS: Mapping[str, Reader] = {
    "flow": _read_elsewhere,
    "block": _read_elsewhere,
    "role": _one_of("role", ("coordinator", "member"), lambda word: {"role": word}),
    "stage": _true_or_false("stage"),
    "summary": _name("summary"),
    "steps": _steps,
}
"""Every key a flow may have, and how it is read; its name and its steps need the whole file."""

STEP_READERS: Mapping[str, Reader] = {
    "ask": _one_of("ask", [ask.value for ask in Ask], _ask, otherwise={"do": TOLD}),
    "choices": _choices,
    "only": _only,
    "save": _save,
    "goto": _goto,
    "open": _open,
    "when": _name("when"),
    "call": _name("call"),
    "for_each": _name("for_each"),
    "depth": _one_of("depth", [depth.value for depth in Depth], lambda word: {"depth": Depth(word)}),
    "do": _name("do"),
    "draw": _name("draw"),
    "fill": _name("fill", "fills"),
    "fits": _one_of("fits", ["name", "dated", "broadcast"], lambda word: {"fits": word}),
    "required": _true_or_false("required"),
    "offer": _one_of("offer", ["more"], lambda _: {"offer_more": True}, otherwise={"offer_more": True}),
}
"""Every key a step may have, and how it is read."""
