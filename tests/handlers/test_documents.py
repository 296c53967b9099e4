"""A document can be approved, shared, changed and seen again as it was, and tells nobody more than they may know."""

from datetime import timedelta

import pytest

from flows.model import Value
from storage.answers import keep_answer
from tests.cast import Company, Someone, World
from tests.handlers.test_rights import give_role, make_coordinator

DAY = timedelta(days=1)
DOCUMENTS = ("plan", "map", "timeline", "inventory", "share_card")
FILES = {
    "plan": ("plan.pdf", "application/pdf"),
    "map": ("map.png", "image/png"),
    "timeline": ("timeline.png", "image/png"),
    "inventory": ("resources.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "share_card": ("card.png", "image/png"),
}
CAPTIONS = {
    "plan": "plan-caption",
    "map": "map-caption",
    "timeline": "timeline-caption",
    "inventory": "inventory-caption",
    "share_card": "share-card-caption",
}
RECORDS: dict[tuple[str, str], dict[str, Value]] = {
    ("coalition", ""): {"problem_statement": "האוטובוס לא מגיע", "launch_at": "2027-01-10T09:00"},
    ("goal", "initial"): {"text": "אוטובוס כל רבע שעה"},
    ("actor", "a"): {"name": "ועד השכונה", "stance": "active_ally", "influence": "mid", "commitment_level": "member"},
    ("actor", "b"): {"name": "Housing Now", "commitment_level": "give"},
    ("actor", "c"): {"name": "איגוד הנהגים", "commitment_level": "endorse"},
    ("resource", "a:money"): {"offered": True, "description": "5,000 ₪ אצל רים"},
    ("gap", "legal"): {"missing": True, "asked": ["b"]},
    ("milestone", "m"): {"title": "נייר עמדה", "due": "2026-12-10", "owner": "סוהא"},
    ("task", "t"): {"title": "לקבוע פגישה", "owner": "אמל"},
    ("committee", ""): {"lead": "דלית"},
}


async def learns(world: World, author: Someone, kind: str, item: str, **fields: Value) -> None:
    """The active coalition's only workspace learns something."""
    [(workspace,)] = await world.ask("SELECT id FROM workspaces")
    for field, value in fields.items():
        await world.run(
            keep_answer, str(workspace), kind, item, field, value, await author.number(), world.clock.now(), "step"
        )


async def learns_all(world: World, author: Someone) -> None:
    for (kind, item), fields in RECORDS.items():
        await learns(world, author, kind, item, **fields)


async def opens_documents(who: Someone) -> None:
    await who.say("/menu")
    await who.press("main_menu.choice-docs")


async def looks_at(who: Someone, document: str) -> None:
    await opens_documents(who)
    await who.press(f"documents_menu.choice-{document}")


async def states(world: World) -> list[tuple[object, ...]]:
    return await world.ask("SELECT artefact, number, state FROM versions ORDER BY id")


def all_said(who: Someone) -> str:
    return "\n".join(who.sees())


async def test_a_document_is_offered_once_there_is_something_in_it(world: World, company: Company) -> None:
    neta = company.neta
    await opens_documents(neta)
    assert [d for d in (*DOCUMENTS, "earlier") if neta.shows(f"documents_menu.choice-{d}")] == []
    await learns(world, neta, "task", "t", title="לקבוע פגישה")
    await learns(world, neta, "task", "gone", title="מה שירד", removed=True)
    await opens_documents(neta)
    assert [d for d in (*DOCUMENTS, "earlier") if neta.shows(f"documents_menu.choice-{d}")] == ["timeline"]
    await learns_all(world, neta)
    await opens_documents(neta)
    assert all(neta.shows(f"documents_menu.choice-{document}") for document in DOCUMENTS)


@pytest.mark.parametrize("document", DOCUMENTS)
async def test_a_document_comes_as_a_file_with_its_version_and_then_in_words(
    world: World, company: Company, document: str
) -> None:
    await learns_all(world, company.neta)
    await looks_at(company.samir, document)
    picture, words, question = company.samir.news
    assert picture.attachment is not None
    assert (picture.attachment.file_name, picture.attachment.media_type) == FILES[document]
    assert company.samir.saw(CAPTIONS[document], coalition=company.name, version="1")
    assert words.attachment is None
    assert len(words.text) > 20
    assert company.samir.words("document_what.choice-share") in company.samir.buttons()
    assert question.attachment is None


async def test_only_what_changed_makes_a_new_version(world: World, company: Company) -> None:
    await learns_all(world, company.neta)
    await looks_at(company.neta, "timeline")
    await looks_at(company.samir, "timeline")
    assert company.samir.saw("timeline-caption", version="1")
    await learns(world, company.neta, "coalition", "", vision="רחוב שקט")
    await looks_at(company.samir, "timeline")
    assert company.samir.saw("timeline-caption", version="1")
    await learns(world, company.neta, "task", "t", due="2026-12-24")
    await looks_at(company.samir, "timeline")
    assert company.samir.saw("timeline-caption", version="2")


async def test_an_earlier_version_is_shown_exactly_as_it_was(world: World, company: Company) -> None:
    robin = company.robin
    await learns_all(world, company.neta)
    await looks_at(robin, "map")
    before = [(m.text, m.attachment.content if m.attachment else None) for m in robin.news[:2]]
    await robin.press("document_what.choice-back")
    assert not robin.shows("documents_menu.choice-earlier")
    await world.move(9 * DAY)
    await learns(world, company.neta, "actor", "d", name="New neighbours")
    await looks_at(robin, "map")
    assert robin.saw("map-caption", version="2", date="1.12.2026")
    assert "New neighbours" in all_said(robin)
    await robin.press("document_what.choice-back")
    await robin.press("documents_menu.choice-earlier")
    assert robin.buttons() == ["Power map 1, 22.11", robin.words("choice-none-of-these")]
    await robin.press("Power map 1, 22.11")
    assert [(m.text, m.attachment.content if m.attachment else None) for m in robin.news[:2]] == before
    assert robin.saw("documents_menu")
    assert await states(world) == [("power_map", 1, "draft"), ("power_map", 2, "draft")]


async def test_no_earlier_version_after_all_leads_back_to_the_documents(world: World, company: Company) -> None:
    await learns_all(world, company.neta)
    await looks_at(company.robin, "map")
    await learns(world, company.neta, "actor", "d", name="New neighbours")
    await looks_at(company.robin, "map")
    await company.robin.press("document_what.choice-back")
    await company.robin.press("documents_menu.choice-earlier")
    await company.robin.press("choice-none-of-these")
    assert [message.attachment for message in company.robin.news] == [None]
    assert company.robin.saw("documents_menu")


async def test_approving_says_who_and_when_and_the_document_says_it_too(world: World, company: Company) -> None:
    await learns_all(world, company.neta)
    await looks_at(company.neta, "plan")
    await company.neta.press("document_what.choice-approve")
    assert company.neta.saw("document-approved", document="התוכנית", version="1", name="נטע")
    assert "22.11.2026, 08:00" in all_said(company.neta)
    assert company.neta.saw("documents_menu")
    assert await states(world) == [("plan", 1, "approved")]
    await looks_at(company.robin, "plan")
    assert company.robin.saw("version-approved", name="נטע", date="22.11.2026")


async def test_what_is_approved_is_what_was_seen(world: World, company: Company) -> None:
    await learns_all(world, company.neta)
    await looks_at(company.neta, "plan")
    await learns(world, company.neta, "coalition", "", vision="רחוב שקט")
    await looks_at(company.robin, "plan")
    await company.neta.press("document_what.choice-approve")
    assert company.neta.saw("document-approved", version="1")
    assert await states(world) == [("plan", 1, "approved"), ("plan", 2, "draft")]


async def test_a_member_is_not_asked_to_approve_and_an_old_button_does_not_help(
    world: World, company: Company
) -> None:
    await learns_all(world, company.neta)
    await looks_at(company.robin, "plan")
    assert not company.robin.shows("document_what.choice-approve")
    await make_coordinator(company.neta, company.robin)
    await looks_at(company.robin, "plan")
    await give_role(company.neta, company.robin, "member")
    await company.robin.press("document_what.choice-approve")
    assert company.robin.saw("coordinators-only")
    assert await states(world) == [("plan", 1, "draft")]


async def test_sharing_brings_it_to_each_in_their_language_and_says_to_how_many(
    world: World, company: Company
) -> None:
    neta, samir, robin = company.neta, company.samir, company.robin
    await learns_all(world, neta)
    await looks_at(neta, "plan")
    await neta.press("document_what.choice-share")
    seen = {who.name: len(who.phone.messages) for who in (samir, robin)}
    await neta.press("document_share.choice-members")
    assert neta.saw("document-shared-with", count=2)
    for who in (samir, robin):
        said, paper, words = who.phone.messages[seen[who.name] : seen[who.name] + 3]
        assert who.ever_saw("shared-document", by="נטע", coalition=company.name)
        assert who.ever_saw("plan-caption", version="1")
        assert paper.attachment is not None
        assert words.text
        assert not any(other.name in said.text for other in (samir, robin))
    assert await states(world) == [("plan", 1, "shared")]


async def test_sharing_with_coordinators_alone_tells_no_member(world: World, company: Company) -> None:
    await make_coordinator(company.neta, company.robin)
    await learns_all(world, company.neta)
    await looks_at(company.neta, "timeline")
    await company.neta.press("document_what.choice-share")
    await company.neta.press("document_share.choice-coordinators")
    assert company.neta.saw("document-shared-with", count=1)
    assert company.robin.ever_saw("timeline-caption")
    assert not company.samir.ever_saw("timeline-caption")


async def test_sharing_with_nobody_yet_sends_nothing(world: World, company: Company) -> None:
    await learns_all(world, company.neta)
    await looks_at(company.neta, "timeline")
    await company.neta.press("document_what.choice-share")
    await company.neta.press("document_share.choice-nobody")
    assert company.neta.saw("document_what", document="timeline")
    assert not company.robin.ever_saw("timeline-caption")
    assert await states(world) == [("timeline", 1, "draft")]


async def test_whoever_silenced_the_coalition_is_not_counted(world: World, company: Company) -> None:
    await learns_all(world, company.neta)
    await company.robin.say("STOP")
    await looks_at(company.neta, "timeline")
    await company.neta.press("document_what.choice-share")
    await company.neta.press("document_share.choice-members")
    assert company.neta.saw("document-shared-with", count=1)
    assert not company.robin.ever_saw("timeline-caption")


async def test_a_shared_ledger_shows_a_member_no_amounts(world: World, company: Company) -> None:
    await learns_all(world, company.neta)
    await looks_at(company.neta, "inventory")
    assert "5,000 ₪ אצל רים" in all_said(company.neta)
    await company.neta.press("document_what.choice-share")
    await company.neta.press("document_share.choice-members")
    assert company.robin.ever_saw("inventory-caption")
    assert "ועד השכונה" in "\n".join(company.robin.chat)
    assert "5,000" not in "\n".join(company.robin.chat)


async def test_the_ledger_kept_for_the_committee_is_closed_to_a_member_and_open_to_a_coordinator(
    world: World, company: Company
) -> None:
    await learns_all(world, company.neta)
    await learns(world, company.neta, "coalition", "", inventory_visibility="steering")
    await learns(world, company.neta, "seat", "s", name="Robin")
    await looks_at(company.robin, "inventory")
    assert company.robin.words("inventory.kept") in all_said(company.robin)
    assert "ועד השכונה" not in all_said(company.robin)
    await make_coordinator(company.neta, company.robin)
    await looks_at(company.robin, "inventory")
    assert "5,000" in all_said(company.robin)


async def test_somebody_at_risk_is_named_to_coordinators_alone(world: World, company: Company) -> None:
    await learns_all(world, company.neta)
    await learns(world, company.neta, "actor", "c", at_risk=True)
    for document in ("map", "plan"):
        await looks_at(company.neta, document)
        assert "איגוד הנהגים" in all_said(company.neta)
        await looks_at(company.robin, document)
        assert "איגוד הנהגים" not in all_said(company.robin)
        assert company.robin.words("plan.withheld") in all_said(company.robin)


async def test_the_card_for_the_world_names_no_person_and_may_be_passed_on(world: World, company: Company) -> None:
    await learns_all(world, company.neta)
    await looks_at(company.neta, "share_card")
    await company.neta.press("document_what.choice-approve")
    await looks_at(company.neta, "share_card")
    card, post, question = company.neta.sees()
    people = ("נטע", "סוהא", "אמל", "דלית", "רים", "Robin")
    assert not any(person in told for person in people for told in (card, post))
    assert "אוטובוס כל רבע שעה" in post
    assert "מחוץ לקואליציה" in question
    await company.neta.press("document_what.choice-share")
    await company.neta.press("document_share.choice-members")
    assert company.robin.ever_saw("share-card-forward")


@pytest.mark.parametrize(
    ("document", "choice", "question"),
    [
        ("map", "change_map", "b_groups"),
        ("timeline", "change_timeline", "f_vision"),
        ("inventory", "change_inventory", "confirm_summary"),
        ("share_card", "change_card", "g_means"),
        ("plan", "change_plan", "stage_jump"),
    ],
)
async def test_changing_leads_to_where_its_answers_are_given(
    world: World, company: Company, document: str, choice: str, question: str
) -> None:
    await learns_all(world, company.neta)
    await looks_at(company.neta, document)
    changes = [f"change_{name}" for name in ("plan", "map", "timeline", "inventory", "card")]
    assert [name for name in changes if company.neta.shows(f"document_what.choice-{name}")] == [choice]
    await company.neta.press(f"document_what.choice-{choice}")
    assert company.neta.saw(question), company.neta.sees()
    assert not company.neta.saw("documents_menu")


async def test_a_member_is_not_led_to_a_stage_that_is_the_coordinators(world: World, company: Company) -> None:
    await learns_all(world, company.neta)
    await looks_at(company.robin, "timeline")
    assert not company.robin.shows("document_what.choice-change_timeline")
    await looks_at(company.robin, "map")
    assert company.robin.shows("document_what.choice-change_map")


async def test_a_long_plan_in_words_comes_in_numbered_parts(world: World, company: Company) -> None:
    await learns_all(world, company.neta)
    for number in range(90):
        await learns(
            world, company.neta, "task", f"n{number}", title=f"לדבר עם כל דיירת בבניין מספר {number}", owner="אמל"
        )
    await looks_at(company.samir, "plan")
    told = company.samir.sees()[1:-1]
    assert len(told) > 1
    marks = [company.samir.words("part", number=number, total=len(told)) for number in range(1, len(told) + 1)]
    assert [said.endswith(mark) for said, mark in zip(told, marks, strict=True)] == [True] * len(told)
    assert [n for n in range(90) if not any(f"בבניין מספר {n} " in said for said in told)] == []


async def test_the_versions_go_with_a_coalition_that_its_last_member_left(world: World, company: Company) -> None:
    await learns_all(world, company.neta)
    await looks_at(company.neta, "plan")
    await company.neta.press("document_what.choice-approve")
    assert await world.count("versions") == 1
    for who in (company.samir, company.robin, company.neta):
        await who.say("/forget")
        await who.press("forget_sure.choice-yes")
    assert await world.count("versions") == 0
