"""What became of what was agreed goes out when it is moved, under “Since last time”."""

from __future__ import annotations

from reflect_tui.notes.plan import plan
from reflect_tui.notes.read import as_text
from reflect_tui.notes.supervision import build
from reflect_tui.session.model import Ending
from reflect_tui.session.values import Text
from tests.unit.notes.sectioned import TALK, headings, moved, note, sat
from tests.unit.session.making import Sat

ENDING = Ending(
    action="ask",
    what="Ask how they *name* it",
    who="practitioner",
    by="Fri 27 Nov",
    became="done",
    words="She laughed.\n\n# and said\n\n- Ghanaian",
)
LEFT = Ending(action="reword", what="Reword page one", became="", words="The system was down.")


def ended(*endings: Ending) -> Sat:
    sitting = sat()
    return Sat(sitting.session.model_copy(update={"endings": endings}))


def test_it_stands_under_since_last_time_once_it_is_moved_and_not_before() -> None:
    sitting = ended(ENDING, LEFT)
    assert build(sitting.session).empty
    moved(sitting, f"{TALK}/since", Text(text="a quiet month"))
    assert "laughed" not in note(sitting.session)
    sitting.sitting.move_ending("ask", in_note=True)
    said = note(sitting.session)
    assert headings(sitting.session)[0] == "Since last time"
    asked = r"**Agreed: Ask how they \*name\* it** (practitioner · by Fri 27 Nov)"
    assert f"{asked}\n\nDone\n\nShe laughed.\n\n\\# and said\n\n- Ghanaian" in said
    assert said.index("laughed") < said.index("a quiet month")
    assert "system was down" not in said


def test_what_is_left_for_now_says_its_words_and_calls_it_nothing() -> None:
    sitting = ended(LEFT)
    sitting.sitting.move_ending("reword", in_note=True)
    said = note(sitting.session)
    assert "**Agreed: Reword page one**\n\nThe system was down." in said
    assert "overdue" not in said.casefold()


def test_it_can_be_moved_from_the_list_and_read_with_the_session() -> None:
    sitting = ended(ENDING, LEFT)
    first, second = plan(sitting.session)
    assert (first.ending, first.in_note, first.why_not) == ("ask", False, "")
    assert first.asked == "Agreed: Ask how they *name* it"
    assert second.first_words == "The system was down."
    assert first.stage == "Talk"
    read = as_text(sitting.session)
    assert "Agreed: Ask how they *name* it (practitioner · by Fri 27 Nov)\nDone\nShe laug" in read
    sitting.sitting.move_ending("ask", in_note=True)
    assert "by Fri 27 Nov) [in the note]\nDone" in as_text(sitting.session)
