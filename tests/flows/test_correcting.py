"""Holds that at a stage's end one answer can be corrected, and that this leads straight back to the summary."""

from dataclasses import replace

from flows.engine import mended
from flows.model import Catalogue, Frame, Phrase, Place
from tests.flows.worlds import Talk, flows

STAGE = flows(
    """\
    flow: stage_a
    stage: true
    summary: sure
    steps:
      why: {ask: text, save: coalition.why}
      groups: {ask: list, save: coalition.groups, depth: more}
      lead: {ask: choice, choices: {from: pressed_actors}, save: coalition.lead}
      secret: {ask: text, save: coalition.secret, when: has_primary_target}
      status: {ask: choice, choices: [idea, running], save: coalition.status, goto: {running: end}}
      more: {offer: more}
      picture: {draw: power_map}
      sure: {call: confirm}
      next: {ask: choice, choices: [on], open: {on: menu}, required: true}
    """,
    """\
    block: confirm
    steps:
      ok: {ask: choice, choices: [ok, edit, share], fill: summary, required: true, goto: {edit: edit, share: share}}
      done: {do: approve_summary, goto: end}
      edit: {ask: choice, choices: {from: answered_steps}, goto: picked}
      share: {ask: choice, choices: [all, nobody], save: answer.audience, goto: {nobody: ok}}
      shared: {do: share_summary, goto: ok}
    """,
)


def at_the_summary() -> Talk:
    talk = Talk(STAGE)
    talk.know("coalition", why="buses", groups=["drivers"], lead="ana", status="idea")
    talk.know("actor", "ana", name="Ana", pressure_target=True)
    return talk.start("sure")


def test_the_summary_lists_the_questions_that_apply_and_skipped_ones_as_not_clear_yet() -> None:
    talk = Talk(STAGE)
    talk.know("coalition", why="buses", status="idea")
    talk.start("sure")
    lines = talk.line("ok").fills["summary"]
    assert isinstance(lines, tuple)
    shown = {str(p.fills["topic"]): p.fills["value"] for p in lines if isinstance(p, Phrase)}
    assert list(shown) == [str(Phrase(f"{step}.topic")) for step in ("why", "lead", "status")]
    assert shown[str(Phrase("lead.topic"))] == Phrase("not-clear-yet")
    assert shown[str(Phrase("status.topic"))] == Phrase("status.choice-idea")


def test_approving_goes_on_behind_the_summary() -> None:
    talk = at_the_summary()
    talk.presses("ok")
    assert talk.done == ["do approve_summary"]
    assert talk.step == "next"


def test_what_can_be_corrected_are_the_questions_that_were_answered() -> None:
    talk = at_the_summary()
    talk.presses("edit")
    assert talk.shown == ["why", "groups", "lead", "status", "none"]


def test_a_corrected_answer_leads_straight_back_to_the_summary() -> None:
    talk = at_the_summary()
    talk.presses("edit", "why")
    assert (talk.step, talk.shown, len(talk.place.frames)) == ("why", ["keep"], 1)
    talk.says("trams")
    assert talk.saved == {"coalition.why": "trams"}
    assert (talk.step, talk.place.correcting) == ("ok", False)


def test_a_correction_comes_back_to_the_summary_wherever_its_goto_would_lead() -> None:
    talk = at_the_summary()
    talk.presses("edit", "status", "running")
    assert talk.step == "ok"


def test_correcting_what_was_more_comes_back_too() -> None:
    talk = at_the_summary()
    talk.presses("edit", "groups")
    talk.says("parents")
    talk.presses("done")
    assert talk.step == "ok"


def test_keeping_or_skipping_the_picked_question_comes_back_too() -> None:
    talk = at_the_summary()
    talk.presses("edit", "why", "keep")
    assert talk.step == "ok"
    talk.presses("edit", "why")
    talk.skips()
    assert talk.step == "ok"


def test_correcting_a_question_with_nothing_to_choose_from_comes_back_at_once() -> None:
    talk = at_the_summary()
    talk.presses("edit")
    talk.know("actor", "ana", pressure_target=False)
    talk.presses("lead")
    assert (talk.step, talk.place.correcting) == ("ok", False)


def test_correcting_a_question_that_has_ceased_to_apply_comes_back_at_once() -> None:
    talk = at_the_summary()
    talk.know("actor", "ana", target_type="primary")
    talk.know("coalition", secret="hush")
    talk.presses("edit")
    assert "secret" in talk.shown
    talk.know("actor", "ana", target_type=None)
    talk.presses("secret")
    assert (talk.step, talk.place.correcting) == ("ok", False)


def test_correcting_nothing_shows_the_summary_again() -> None:
    talk = at_the_summary()
    talk.presses("edit")
    talk.skips()
    assert talk.keys[0] == "skipped"
    assert (talk.step, talk.place.correcting) == ("ok", False)
    talk.presses("edit", "none")
    assert (talk.step, talk.place.correcting) == ("ok", False)


def test_a_picked_question_that_was_written_out_of_the_file_shows_the_summary_again() -> None:
    talk = at_the_summary()
    talk.presses("edit")
    talk.catalogue = without(talk.catalogue, "stage_a", "why")
    talk.presses("why")
    assert (talk.step, talk.place.correcting) == ("ok", False)


def test_back_from_a_correction_asks_again_what_to_correct() -> None:
    talk = at_the_summary()
    talk.presses("edit", "why")
    talk.goes_back()
    assert (talk.step, talk.place.correcting) == ("edit", False)
    talk.goes_back()
    assert talk.step == "ok"


def test_after_going_back_from_a_correction_the_stage_goes_its_own_way_again() -> None:
    talk = Talk(STAGE).start()
    talk.says("buses")
    talk.presses("idea", "done", "edit", "why")
    for _ in range(3):
        talk.goes_back()
    assert talk.step == "status"
    talk.presses("running")
    assert talk.is_over


def test_sharing_comes_back_to_the_summary() -> None:
    talk = at_the_summary()
    talk.presses("share", "all")
    assert talk.done == ["do share_summary"]
    assert talk.step == "ok"
    talk.presses("share", "nobody")
    assert (talk.done, talk.step) == ([], "ok")


# -- places whose flow or step is gone -------------------------------------------------------------------------------


def without(catalogue: Catalogue, flow: str, *gone: str) -> Catalogue:
    steps = {name: step for name, step in catalogue[flow].steps.items() if name not in gone}
    return {**catalogue, flow: replace(catalogue[flow], steps=steps)}


def test_a_place_that_stands_is_left_alone() -> None:
    talk = at_the_summary()
    assert mended(STAGE, talk.place) is talk.place


def test_a_place_whose_step_is_gone_goes_back_to_the_last_question_that_is_there() -> None:
    talk = Talk(STAGE).start()
    talk.says("buses")
    talk.presses("idea")
    there = mended(without(STAGE, "stage_a", "more", "status"), replace(talk.place, listed=("x",)))
    assert there is not None
    assert (there.here.step, there.trail, there.choices, there.listed) == ("why", (), (), ())
    assert there.version == talk.place.version


def test_a_place_whose_block_is_gone_goes_back_out_of_it() -> None:
    talk = at_the_summary()
    talk.presses("edit", "why")
    catalogue = without({k: v for k, v in STAGE.items() if k != "confirm"}, "stage_a", "why")
    there = mended(catalogue, talk.place)
    assert there is not None
    assert there.frames == (Frame("stage_a", "groups"),)


def test_a_place_whose_flow_is_gone_cannot_be_mended() -> None:
    assert mended({}, Place("p", "gone", None, (Frame("gone", "x"),))) is None


def test_a_mended_place_asks_its_question_anew_with_a_way_to_keep_the_answer() -> None:
    talk = Talk(STAGE).start()
    talk.says("buses")
    talk.presses("idea")
    talk.catalogue = without(STAGE, "stage_a", "more", "status")
    talk.standing = mended(talk.catalogue, talk.place)
    talk.returns()
    assert (talk.step, talk.shown) == ("why", ["keep"])


def test_back_passes_stations_that_are_gone() -> None:
    talk = Talk(STAGE).start()
    talk.says("buses")
    talk.presses("idea")
    talk.catalogue = without(STAGE, "stage_a", "status")
    talk.goes_back()
    assert talk.step == "why"
