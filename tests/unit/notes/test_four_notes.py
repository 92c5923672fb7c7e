"""The four notes of every shipped exercise: each holds what was moved there and may stand there."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from itertools import pairwise

import pytest

from reflect_tui.notes.building import build_note
from reflect_tui.notes.document import Document, Heading, Said
from reflect_tui.notes.formats import Format, rendered
from reflect_tui.notes.plan import plan
from reflect_tui.notes.standing import WORKERS_OWN
from reflect_tui.practice.exercise import Imagined, Kind, Role, Service, Way
from reflect_tui.session.model import Session
from reflect_tui.session.noting import Note
from tests.support.filled import ACTIONS, ENDINGS, Answered, filled, unshown

EVERY = [pytest.param(way, service, id=f"{way}, {service}") for way in Way for service in Service]
GOING_OUT = [Note.SUPERVISION, Note.INSERT, Note.CPD]


def words_in(document: Document, form: Format) -> set[str]:
    """The words of a file that can be looked for, whatever it is written as."""
    data = rendered(document, form)
    if form is Format.WORD:
        with zipfile.ZipFile(BytesIO(data)) as file:
            data = b"\n".join(file.read(name) for name in file.namelist())
    return set(re.findall(r"zq\w+", data.decode()))


def words_of(session: Session, note: Note) -> set[str]:
    """The words of a note, once it was seen that they are the same in every format."""
    document = build_note(note, session)
    first, *others = (words_in(document, form) for form in Format)
    assert all(other == first for other in others)
    return first


def in_insert(answer: Answered) -> bool:
    """Whether an answer may stand in a person's record, by what its exercise says."""
    racism = answer.prompt.section == "racism" and answer.page.exercise.role is Role.CLOSING
    return (
        (answer.prompt.case_ask or racism)
        and answer.prompt.kind is not Kind.ROUND
        and answer.prompt.section not in WORKERS_OWN
    )


def in_cpd(answer: Answered, session: Session) -> bool:
    """Whether an answer may go to a regulator."""
    others = answer.prompt.by not in ("", session.whose) and session.way is Way.ONE_TO_ONE
    return (
        answer.prompt.section == "learning" and answer.prompt.kind is not Kind.ROUND and not others
    )


@pytest.mark.parametrize(("way", "service"), EVERY)
def test_a_private_word_is_in_no_note_but_the_own_copy_in_any_format(
    way: Way, service: Service
) -> None:
    full = filled(way, service)
    private = {word for answer in full.answers if not answer.moved for word in answer.typed}
    private |= {ACTIONS[1], f"{ACTIONS[1]}who", ENDINGS[1], f"{ENDINGS[1]}said"}
    for note in GOING_OUT:
        found = words_of(full.session, note)
        assert found
        assert not found & private
    assert private <= words_of(full.session, Note.OWN)


@pytest.mark.parametrize(("way", "service"), EVERY)
def test_the_own_copy_holds_everything(way: Way, service: Service) -> None:
    full = filled(way, service)
    found = words_of(full.session, Note.OWN)
    assert full.words <= found
    assert {*ACTIONS, *ENDINGS} <= found


@pytest.mark.parametrize(("way", "service"), EVERY)
def test_a_note_holds_what_may_stand_there_even_where_a_file_says_that_all_was_moved(
    way: Way, service: Service
) -> None:
    full = filled(way, service, every=True)
    deeds = {*ACTIONS, *(f"{word}who" for word in ACTIONS)}
    deeds |= {*ENDINGS, *(f"{word}said" for word in ENDINGS)}
    imagined = full.words - {word for answer in full.answers for word in answer.may_go_out}
    assert imagined
    assert words_of(full.session, Note.SUPERVISION) == (full.words - imagined) | deeds
    assert words_of(full.session, Note.INSERT) == deeds | {
        word for answer in full.answers if in_insert(answer) for word in answer.may_go_out
    }
    assert words_of(full.session, Note.CPD) == {
        word
        for answer in full.answers
        if in_cpd(answer, full.session)
        for word in answer.may_go_out
    }
    assert imagined <= words_of(full.session, Note.OWN)


@pytest.mark.parametrize(("way", "service"), EVERY)
@pytest.mark.parametrize("note", Note)
def test_the_plan_lists_just_what_a_note_would_hold_once_all_was_moved(
    note: Note, way: Way, service: Service
) -> None:
    full = filled(way, service, every=True)
    session = full.session
    pieces = [piece for piece in plan(session, note) if piece.in_note]
    said = {block.asked for block in build_note(note, session).blocks if isinstance(block, Said)}
    assert all(piece.why_not == "always in your own copy" for piece in pieces) or note != Note.OWN
    if note is Note.SUPERVISION:
        pieces = [piece for piece in pieces if not piece.why_not]
    asked = {piece.asked for piece in pieces if not piece.action}
    elsewhere: set[str] = set()
    if note in (Note.SUPERVISION, Note.INSERT):
        elsewhere = {"What has been done so far?", "On which dates, and by which roles?"}
    if note is Note.INSERT:  # what names a round stands beside its answers
        naming = {a.stage.named_by for a in full.answers}
        elsewhere |= {a.prompt.title for a in full.answers if a.prompt.id in naming}
    # Of two sides one of which was imagined, the other stands under its own heading.
    sides = {a.prompt for a in full.answers if a.prompt.imagined in (Imagined.LEFT, Imagined.RIGHT)}
    elsewhere |= {prompt.title for prompt in sides}
    headings = {heading for prompt in sides for heading in (prompt.left, prompt.right)}
    assert asked - said <= elsewhere
    assert said - asked - headings <= {
        "Guided reflection on anti-racist practice",
        "Practitioner, agreed",
    }


def test_what_a_group_wrote_in_turn_has_no_author_and_no_time_and_waits_to_be_shown() -> None:
    full = filled(Way.GROUP, Service.CHILDREN, every=True)
    rounds = [answer for answer in full.answers if answer.prompt.kind is Kind.ROUND]
    turns = {word for answer in rounds for word in answer.typed}
    waiting = unshown(full.session)
    for note in Note:
        assert not words_of(waiting, note) & turns
    assert turns <= words_of(full.session, Note.SUPERVISION)
    assert not turns & (words_of(full.session, Note.INSERT) | words_of(full.session, Note.CPD))
    for note in (Note.SUPERVISION, Note.OWN):
        blocks = build_note(note, full.session).blocks
        said = [block for block in blocks if isinstance(block, Said) and set(block.said) & turns]
        assert len(said) == len(rounds)
        named = {word for answer in full.answers for word in answer.typed} | {""}
        for block in said:  # under the name of a swap at most, which is no one's
            assert block.listed
            assert block.about in named
            assert set(block.said) <= turns


@pytest.mark.parametrize("way", Way)
@pytest.mark.parametrize("note", Note)
def test_no_heading_stands_over_nothing(note: Note, way: Way) -> None:
    full, bare = filled(way, Service.ADULTS), filled(way, Service.ADULTS).session
    bare = bare.model_copy(update={"responses": (), "actions": (), "endings": ()})
    for session in (full.session, bare):
        blocks = build_note(note, session).blocks
        for one, after in pairwise((*blocks, Heading(""))):
            assert not (isinstance(one, Heading) and isinstance(after, Heading))
    assert build_note(note, bare).empty is (note is not Note.OWN or way is Way.SOLO)
    assert not build_note(note, full.session).empty
