"""Reads flow files strictly, so that what the engine runs was understood whole; tells all mistakes at once.

After telling a mistake the loader goes on with what was probably meant (the nearest key, the nearest word, or
`problems.TOLD` for a name nobody can guess), so that one mistake is told once and hides no other. A catalogue
that came with problems is for the checker only; it must not be run.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from flows import yaml_subset
from flows.keys import ELSE, FLOW_READERS, NAME, PICKED, STEP_READERS, Read, Reader, Wrong, shown
from flows.model import END, OWN_WORDS, Ask, Flow, Step
from flows.problems import TOLD, Problem, hint, nearest
from flows.yaml_subset import Lined

OUR_DEFINITIONS = Path(__file__).parent / "definitions"
OUR_TEXTS = Path(__file__).parent / "texts"


@dataclass(slots=True)
class _Sheet:
    """One file while it is being read, and what was found wrong with it."""

    path: str
    problems: list[Problem] = field(default_factory=list)

    def tell(self, line: int, code: str, sentence: str) -> None:
        self.problems.append(Problem(self.path, line, code, sentence))


def load(folders: Sequence[Path]) -> tuple[dict[str, Flow], list[Problem]]:
    """All flows by id, and every mistake in their files; a later folder's file replaces its namesake."""
    problems: list[Problem] = []
    flows: dict[str, Flow] = {}
    for path in _files(folders, problems):
        flow, found = load_file(path)
        problems += found
        if flow is not None:
            flows[flow.id] = flow
    return flows, sorted(problems)


def load_file(path: Path) -> tuple[Flow | None, list[Problem]]:
    """One flow, as far as it could be read; None when there is nothing to go on with."""
    sheet = _Sheet(str(path))
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        sheet.tell(1, "unreadable-file", "This file cannot be opened as text; save it as UTF-8.")
        return None, sheet.problems
    content, sheet.problems = yaml_subset.read(text, sheet.path)
    flow = None if content is None and sheet.problems else _flow(content, path.stem, sheet)
    return flow, sheet.problems


def _files(folders: Sequence[Path], problems: list[Problem]) -> list[Path]:
    by_stem: dict[str, Path] = {}
    for folder in folders:
        if not folder.is_dir():
            sentence = "There is no such folder of flow files; check how its name is written."
            problems.append(Problem(str(folder), 1, "unreadable-file", sentence))
            continue
        for path in sorted(folder.iterdir()):
            if path.suffix == ".yaml":
                by_stem[path.stem] = path
            elif path.suffix == ".yml":
                sentence = f"Only files ending in .yaml are read; rename this one to {path.stem}.yaml."
                problems.append(Problem(str(path), 1, "bad-name", sentence))
    return [by_stem[stem] for stem in sorted(by_stem)]


def _flow(content: object, stem: str, sheet: _Sheet) -> Flow | None:
    if not isinstance(content, Lined):
        sentence = f"A flow file begins with `flow: {stem}` and `steps:`; here stands {shown(content)}."
        sheet.tell(1, "missing-key", sentence)
        return None
    raw = _known_keys(content, FLOW_READERS, "A flow", sheet)
    _flow_name(raw, stem, sheet)
    fields = _read_all(raw, FLOW_READERS, sheet)
    steps = _steps(raw, sheet)
    return Flow(id=stem, steps=steps, path=sheet.path, is_block="block" in raw, **fields) if steps else None


def _flow_name(raw: Lined, stem: str, sheet: _Sheet) -> None:
    """The name is the file's; what is written inside has to agree."""
    given = [key for key in ("flow", "block") if key in raw]
    if not given:
        sentence = f"Begin with `flow: {stem}`, or `block: {stem}` if other flows call it."
        sheet.tell(raw.line, "missing-key", sentence)
        return
    if len(given) == 2:
        sentence = "A file is a `flow` or a `block`; keep one of the two."
        sheet.tell(raw.lines["block"], "clashing-keys", sentence)
    if not NAME.fullmatch(stem):
        sentence = f"`{stem}` is no file name for a flow; use small English letters, digits and _."
        sheet.tell(1, "bad-name", sentence)
    elif raw[given[0]] != stem:
        sentence = f"The file is called {stem}.yaml, so write `{given[0]}: {stem}` (or rename the file)."
        sheet.tell(raw.lines[given[0]], "bad-name", sentence)


def _steps(raw: Lined, sheet: _Sheet) -> dict[str, Step]:
    steps = raw.get("steps")
    if isinstance(steps, Lined) and steps:
        return {key: _step(key, value, steps.lines[key], sheet) for key, value in steps.items()}
    if "steps" not in raw:
        sheet.tell(raw.line, "missing-key", "A flow needs `steps:` with at least one step under it.")
    elif not steps:
        sheet.tell(raw.lines["steps"], "missing-key", "Under `steps:` stands no step; write at least one.")
    return {}


def _step(step_id: str, content: object, line: int, sheet: _Sheet) -> Step:
    before = len(sheet.problems)
    if not NAME.fullmatch(step_id) or step_id in (END, PICKED):
        sentence = f"`{step_id}` cannot name a step; use small letters, digits and _ (not end, picked)."
        sheet.tell(line, "bad-name", sentence)
    if not isinstance(content, Lined):
        sentence = f"Step `{step_id}` needs keys such as {{ask: text}}; here stands {shown(content)}."
        sheet.tell(line, "wrong-type", sentence)
        return Step(step_id, line, do=TOLD)
    raw = _known_keys(content, STEP_READERS, f"Step `{step_id}`", sheet)
    step = Step(step_id, line, **_read_all(raw, STEP_READERS, sheet))
    if _acts(step, raw, sheet, told=len(sheet.problems) > before):
        _fits_together(step, raw, sheet)
        _branches_fit(step, raw, sheet)
    return step


def _known_keys(content: Lined, readers: Mapping[str, Reader], whose: str, sheet: _Sheet) -> Lined:
    """The same mapping with unknown keys told, and read as the key that was probably meant."""
    raw = Lined(content.line)
    for key, value in content.items():
        meant: str | None = key
        if key not in readers:
            sheet.tell(content.lines[key], "unknown-key", f"{whose} has no key `{key}`.{hint(key, readers)}")
            meant = nearest(key, readers.keys() - content.keys())
        if meant is not None:
            raw[meant], raw.lines[meant] = value, content.lines[key]
    return raw


def _read_all(raw: Lined, readers: Mapping[str, Reader], sheet: _Sheet) -> Read:
    fields: Read = {}
    for key, value in raw.items():
        try:
            fields |= readers[key](value)
        except Wrong as wrong:
            sheet.tell(raw.lines[key], wrong.code, wrong.sentence)
            fields |= wrong.meant
    return fields


# What a step's keys mean beside each other


def _chooses(step: Step) -> bool:
    return step.ask in (Ask.CHOICE, Ask.CHOICES)


def _may_offer_people(step: Step) -> bool:
    return step.ask is Ask.CONTACT and step.source is not None


def _asks(step: Step) -> bool:
    return step.ask is not None and step.waits


def _notes(step: Step) -> bool:
    """Whether the step keeps one fixed value without asking (`save: actor.stance=passive_opp`)."""
    other = step.ask or step.call or step.do or step.draw or step.offer_more or step.opens
    return not other and step.save is not None and step.save.mark is not None


_ACTIONS = ("ask", "call", "do", "draw", "offer", "open")
_ONLY_BESIDE: Mapping[str, tuple[str, Callable[[Step], bool]]] = {
    "choices": (
        "`ask: choice`, `choices`, `text`, `picture` or (from a source) `contact`",
        lambda s: _chooses(s) or _may_offer_people(s) or s.ask in (Ask.TEXT, Ask.PICTURE),
    ),
    "only": ("`choices: [one, other]`", lambda step: _chooses(step) and step.source in (None, TOLD)),
    "save": ("a question (`ask:`), or alone with `=value`", lambda step: _asks(step) or _notes(step)),
    "required": ("a question (`ask:`)", _asks),
    "for_each": ("`call:`", lambda step: step.call is not None),
    "fits": ("`ask: text`, `list` or `contact`", lambda step: step.ask in OWN_WORDS),
}


def _acts(step: Step, raw: Lined, sheet: _Sheet, *, told: bool) -> bool:
    """Whether it is clear what the step does; `told` when something about it was told already."""
    actions = [key for key in _ACTIONS if key in raw and (key != "open" or "" in step.opens)]
    if len(actions) > 1:
        sentence = f"Step `{step.id}` has {' and '.join(actions)}; a step does one thing, so write two."
        sheet.tell(raw.lines[actions[1]], "clashing-keys", sentence)
    elif not actions and _notes(step):
        return True
    elif not actions and not told:
        sentence = f"Step `{step.id}` does nothing; give it one of: {', '.join(_ACTIONS)}."
        sheet.tell(step.line, "missing-key", sentence)
    return len(actions) == 1 and step.do != TOLD


def _fits_together(step: Step, raw: Lined, sheet: _Sheet) -> None:
    for key, (place, fits) in _ONLY_BESIDE.items():
        if key in raw and not fits(step):
            sentence = f"`{key}` means something only beside {place}; take it away or change the step."
            sheet.tell(raw.lines[key], "clashing-keys", sentence)
    if _chooses(step) and "choices" not in raw:
        sentence = f"Step `{step.id}` asks for a choice; add `choices: [one, other]` or `{{from: source}}`."
        sheet.tell(step.line, "missing-key", sentence)


def _branches_fit(step: Step, raw: Lined, sheet: _Sheet) -> None:
    if step.goto == PICKED and not _chooses(step):
        sentence = "`goto: picked` needs a step where people choose (`ask: choice`); name a step instead."
        sheet.tell(raw.lines["goto"], "branch-without-choice", sentence)
    if step.source is not None or (_chooses(step) and not step.choices):
        return
    for key in ("goto", "open", "only"):
        names = raw.get(key)
        if isinstance(names, Lined):
            _branch_names_fit(step, names, sheet)


def _branch_names_fit(step: Step, names: Lined, sheet: _Sheet) -> None:
    for choice in names:
        if choice not in step.choices and choice != ELSE:
            instead = hint(choice, step.choices) or " Only choice, choices and yes_no can branch."
            sentence = f"`{choice}` is no choice of step `{step.id}`.{instead}"
            sheet.tell(names.lines[choice], "branch-without-choice", sentence)
