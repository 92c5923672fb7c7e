"""Who agrees to the note, a line at a time: by role, dated today, changed and taken back."""

from __future__ import annotations

from typing import Final

from reflect_tui.notes.supervision import how_it_stands
from reflect_tui.plain.asked import UNTIL
from reflect_tui.plain.talk import Talk
from reflect_tui.session.agreeing import (
    AGREED,
    DISAGREES,
    NEEDS_WORDS,
    SIGNED_BY,
    WITH_COMMENT,
    Verdict,
    said_by,
)
from reflect_tui.session.sitting import Sitting

_VERDICTS: Final[tuple[tuple[str, Verdict], ...]] = (
    ("agreed", AGREED),
    ("agreed with comment", WITH_COMMENT),
    ("disagrees, because …", DISAGREES),
)
_TAKE_BACK: Final = "take it back: nothing said yet"


def say_who_agrees(talk: Talk, sitting: Sitting) -> None:
    """Let each who signs say what they say of the note, until nobody has more to say."""
    while True:
        talk.say("", "Who says something of the note? Each says it for themselves, dated today.")
        roles = SIGNED_BY[sitting.session.way]
        chosen = talk.choose([_stands(sitting, role) for role in roles], blank="go back")
        if chosen is None:
            return
        _hear(talk, sitting, roles[chosen])


def _stands(sitting: Sitting, role: str) -> str:
    kept = said_by(sitting.session, role)
    words = f": {kept.words}" if kept is not None and kept.words else ""
    return f"{role}, {how_it_stands(sitting.session, kept)}{words}"


def _hear(talk: Talk, sitting: Sitting, role: str) -> None:
    kept = said_by(sitting.session, role)
    options = [words for words, _ in _VERDICTS] + [_TAKE_BACK] * (kept is not None)
    talk.say(f"What does the {role} say?")
    chosen = talk.choose(options, blank="leave it as it is")
    if chosen is None:
        return
    sitting.settle()
    if chosen == len(_VERDICTS):
        sitting.withdraw(role)
        talk.say("Taken back.")
        return
    verdict = _VERDICTS[chosen][1]
    if verdict not in NEEDS_WORDS:
        sitting.agree(role, verdict)
    elif not _words(talk, sitting, role, verdict):
        talk.say("Nothing was written, so it stays as it was.")
        return
    sitting.settle()
    talk.say(f"{_stands(sitting, role)}. It stands in the note.")


def _words(talk: Talk, sitting: Sitting, role: str, verdict: Verdict) -> bool:
    """Hear the words, each line written as it comes; whether there were any."""
    talk.say("They stand in the note in full, and nobody edits them.", UNTIL)
    heard: list[str] = []
    while (line := talk.line()) != ".":
        heard.append(line)
        if "".join(heard).strip():
            sitting.agree(role, verdict, "\n".join(heard))
    return bool("".join(heard).strip())
