"""Holds that a name given as an owner is tied to the member it belongs to, and to nobody else."""

from flows.events import ContactReceived
from tests.flows.worlds import Talk, flows

TASKS = """\
    flow: s
    stage: true
    steps:
      owner: {ask: contact, choices: {from: people_here}, save: coalition.owner}
      after: {ask: text, save: coalition.why}
    """


def asked() -> Talk:
    talk = Talk(flows(TASKS))
    talk.know("person", id="1", display_name="Noor")
    for member, name in (("1", "Noor"), ("2", "Samir"), ("3", "Lina"), ("4", "Lina"), ("5", "–")):
        talk.know("members", member, name=name)
    return talk.start()


def test_members_can_be_pressed_and_those_without_a_name_cannot() -> None:
    assert asked().shown == ["1", "2", "3", "4"]


def test_a_pressed_member_is_kept_by_name_and_by_who_it_is() -> None:
    talk = asked()
    talk.presses("1")
    assert talk.saved == {"coalition.owner": "Noor", "coalition.owner_person": "1"}


def test_a_typed_name_of_one_member_means_that_member() -> None:
    talk = asked()
    talk.says(" samir ")
    assert talk.saved == {"coalition.owner": "samir", "coalition.owner_person": "2"}


def test_a_name_that_two_share_or_nobody_has_is_only_a_name() -> None:
    for name in ("Lina", "Dana"):
        talk = asked()
        talk.says(name)
        assert talk.saved == {"coalition.owner": name}


def test_another_name_later_lets_the_member_go() -> None:
    talk = asked()
    talk.presses("2")
    talk.goes_back()
    talk.says("Dana")
    assert talk.saved == {"coalition.owner": "Dana", "coalition.owner_person": None}


def test_of_a_shared_contact_the_name_is_kept() -> None:
    talk = asked()
    talk.happens(ContactReceived("Samir"))
    assert talk.saved == {"coalition.owner": "Samir", "coalition.owner_person": "2"}
    assert "kept-name-only" in talk.keys
