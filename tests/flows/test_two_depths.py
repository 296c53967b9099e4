"""Holds that a stage asks its short path alone, and offers the rest at its end, one thing at a time."""

from flows.model import Phrase
from tests.flows.worlds import Talk, flows

STAGE = flows(
    """\
    flow: stage_a
    stage: true
    summary: sure
    steps:
      why: {ask: text, save: coalition.why}
      proof: {ask: text, save: coalition.proof, depth: more}
      groups: {ask: list, save: coalition.groups, depth: more}
      goal: {ask: text, save: coalition.goal}
      lead: {ask: choice, choices: {from: groups}, save: coalition.lead, depth: more}
      secret: {ask: text, save: coalition.secret, when: is_open, depth: more}
      cards: {call: card, for_each: actors, depth: more}
      rest: {call: card, depth: more, when: is_open}
      more: {offer: more}
      sure: {ask: choice, choices: [ok], required: true}
    """,
    "block: card\nsteps:\n  stance: {ask: choice, choices: [ally, other], save: actor.stance}\n",
)


def at_the_offer() -> Talk:
    talk = Talk(STAGE).start()
    talk.says("buses", "a night line")
    return talk


def topic(talk: Talk) -> object:
    return talk.line("more-offer").fills["topic"]


def test_the_short_path_skips_what_is_more() -> None:
    talk = Talk(STAGE).start()
    talk.says("buses")
    assert talk.step == "goal"


def test_at_the_end_the_first_thing_to_add_is_offered() -> None:
    talk = at_the_offer()
    assert (talk.step, talk.shown) == ("more", ["now", "later", "done"])
    assert topic(talk) == Phrase("proof.topic")


def test_now_asks_what_was_offered_and_comes_back_to_offer_the_next() -> None:
    talk = at_the_offer()
    talk.presses("now")
    assert talk.step == "proof"
    talk.says("a survey")
    assert talk.step == "more"
    assert topic(talk) == Phrase("groups.topic")


def test_something_else_offers_the_next_and_never_the_same_again() -> None:
    talk = at_the_offer()
    talk.presses("later")
    assert topic(talk) == Phrase("groups.topic")
    assert talk.shown == ["now", "done"], "there is nothing else to offer"
    talk.presses("done")
    assert talk.step == "sure"


def test_enough_goes_on_at_once() -> None:
    talk = at_the_offer()
    talk.presses("done")
    assert talk.step == "sure"


def test_what_is_answered_is_not_offered() -> None:
    talk = Talk(STAGE)
    talk.know("coalition", proof="a survey", groups=["drivers"], lead="drivers")
    talk.start("goal")
    talk.says("a night line")
    assert talk.step == "sure"


def test_what_does_not_apply_is_not_offered_until_it_does() -> None:
    talk = Talk(STAGE)
    talk.know("coalition", proof="a survey", groups=[], open="yes")
    talk.start("goal")
    talk.says("a night line")
    assert topic(talk) == Phrase("secret.topic")


def test_a_choice_without_choices_is_offered_only_once_there_are_some() -> None:
    talk = at_the_offer()
    talk.presses("later", "now")
    talk.says("drivers")
    talk.presses("done")
    assert topic(talk) == Phrase("lead.topic")


def test_cards_are_offered_when_there_is_somebody_to_place() -> None:
    talk = Talk(STAGE)
    talk.know("actor", "ana", name="Ana")
    talk.start("goal")
    talk.says("a night line")
    talk.presses("later", "later")
    assert topic(talk) == Phrase("cards.topic")
    talk.presses("now")
    assert (talk.place.here.flow, talk.place.here.item) == ("card", "ana")
    talk.presses("ally")
    assert talk.step == "sure"


def test_a_card_for_nobody_in_particular_is_offered_too() -> None:
    talk = Talk(STAGE)
    talk.know("coalition", proof="a", groups=[], secret="s", open="yes")
    talk.start("goal")
    talk.says("a night line")
    assert topic(talk) == Phrase("rest.topic")


def test_now_means_what_was_offered_even_when_somebody_has_answered_it_meanwhile() -> None:
    talk = at_the_offer()
    talk.know("coalition", proof="a survey")
    talk.presses("now")
    assert talk.step == "proof"
    assert "answered-so-far" in talk.keys


def test_what_was_offered_and_does_not_apply_any_more_leads_back_to_the_next_offer() -> None:
    talk = Talk(STAGE)
    talk.know("coalition", proof="a survey", open="yes")
    talk.start("goal")
    talk.says("a night line")
    talk.presses("later")
    assert topic(talk) == Phrase("secret.topic")
    talk.know("coalition", open="no")
    talk.presses("now")
    assert talk.step == "sure"
    assert talk.saves == []


def test_coming_back_to_an_offer_shows_the_same_offer() -> None:
    talk = at_the_offer()
    talk.presses("later")
    for again in (talk.returns, talk.wants_help):
        again()
        assert topic(talk) == Phrase("groups.topic")
        assert talk.shown == ["now", "done"]


def test_help_at_an_offer_explains_offers() -> None:
    talk = at_the_offer()
    talk.wants_help()
    assert talk.keys == ["more-offer-help", "more-offer"]


def test_words_at_an_offer_are_quoted_back_and_the_offer_stays() -> None:
    talk = at_the_offer()
    talk.says("maybe")
    assert talk.line("did-not-fit").fills == {"text": "maybe"}
    assert topic(talk) == Phrase("proof.topic")


def test_skipping_an_offer_is_enough_of_it() -> None:
    talk = at_the_offer()
    talk.skips()
    assert talk.step == "sure"


def test_skipping_what_was_offered_leads_to_the_next_offer() -> None:
    talk = at_the_offer()
    talk.presses("now")
    talk.skips()
    assert topic(talk) == Phrase("groups.topic")


def test_back_from_an_offered_question_returns_to_the_last_one_answered() -> None:
    talk = at_the_offer()
    talk.presses("now")
    talk.goes_back()
    assert talk.step == "goal"
    assert "answered-so-far" in talk.keys


def test_an_offered_step_that_was_written_out_of_the_file_is_passed() -> None:
    talk = at_the_offer()
    steps = {name: step for name, step in STAGE["stage_a"].steps.items() if name != "proof"}
    talk.catalogue = {**STAGE, "stage_a": type(STAGE["stage_a"])("stage_a", steps, stage=True, summary="sure")}
    talk.presses("now")
    assert topic(talk) == Phrase("groups.topic")


def test_the_offer_never_stands_on_the_trail() -> None:
    talk = at_the_offer()
    talk.presses("now")
    talk.says("a survey")
    talk.goes_back()
    assert talk.step == "proof"


def test_a_flow_may_lead_into_more_without_an_offer() -> None:
    talk = Talk(
        flows("""\
            flow: short
            steps:
              deeper: {ask: yes_no, goto: {"yes": extra}}
              last: {ask: text, save: coalition.last}
              extra: {ask: text, save: coalition.extra, depth: more}
            """)
    ).start()
    talk.presses("yes")
    assert talk.step == "extra"
    talk.says("x")
    assert talk.is_over
