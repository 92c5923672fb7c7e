"""A round, a line at a time: each in turn, unseen; a look by whoever leads; then all together."""

from __future__ import annotations

from reflect_tui.plain.asked import Asked
from reflect_tui.plain.talk import Talk
from reflect_tui.session.values import Round

RECOGNISED = "People may recognise your words. Leaving yours out is always all right."
_YOURS = (
    "Pass the keyboard; everybody else turns away. Write yours; a single full stop ends. "
    "A full stop at once leaves yours out. What you type is not shown; /see says it to you."
)
_LOOK = "Now whoever leads looks first, with nobody else at the screen, and nobody listening."
_LEAVE_OUT = (
    "Could any of these point at someone, or hurt someone here? Without reading any out, ask "
    "whether anybody would rather leave theirs out. Which one is left out, with its writer's word? "
    "It can't be brought back."
)


def ask_round(asked: Asked) -> str:
    """Ask a round; what is said once all is on the disk, empty for nothing."""
    talk, found = asked.talk, _round(asked)
    talk.say(RECOGNISED)
    if found.shown:
        _say_together(talk, found)
        if not talk.yes("Cover them, and go on with the round?"):
            return ""
        asked.write(found.model_copy(update={"shown": False}))
        talk.clear()
    # Where a round is gone on with, nobody need be the first to write again.
    someone = not found.pieces or _asks_for_another(talk)
    while someone:
        talk.clear()
        talk.say(asked.prompt.title, _YOURS)
        mine = _one_turn(talk)
        if mine:
            asked.write(_round(asked).with_piece(mine))
        talk.clear()
        someone = _asks_for_another(talk)
    return _look(asked) if _round(asked).pieces else ""


def _asks_for_another(talk: Talk) -> bool:
    return talk.yes("Has somebody not had a turn yet?")


def _look(asked: Asked) -> str:
    """The look of whoever leads, and showing them; what stands there is pushed off after it."""
    talk, covered = asked.talk, "Kept, and not shown."
    talk.say(_LOOK)
    if not talk.yes("Can only you see and hear this now?"):
        return covered
    try:
        while pieces := _round(asked).pieces:
            talk.say(_LEAVE_OUT)
            at = talk.choose(pieces, blank="leave out none")
            if at is None:
                break
            if talk.yes("Has its writer said so?"):
                asked.write(Round(pieces=(*pieces[:at], *pieces[at + 1 :])))
        if not pieces:
            return ""
        shows = talk.yes("Show them together?")
    finally:
        talk.clear()
    if not shows:
        return covered
    shown = _round(asked).model_copy(update={"shown": True})
    asked.write(shown)
    talk.say(asked.prompt.title, RECOGNISED)
    _say_together(talk, shown)
    return "Kept."


def _say_together(talk: Talk, shown: Round) -> None:
    talk.say("All together, in no order:", *(f"- {piece}" for piece in shown.pieces))


def _one_turn(talk: Talk) -> str:
    """What one person wrote, not shown; theirs to leave out until the full stop."""
    lines: list[str] = []

    def see(_: str) -> None:
        talk.say(*(lines or ["Nothing is written yet."]))

    with talk.also("see", see), talk.unseen():
        while (line := talk.line()) != ".":
            lines.append(line)
    return "\n".join(lines).strip()


def _round(asked: Asked) -> Round:
    """What the round holds now; never written anew, since it isn't one person's."""
    value = asked.sitting.value(asked.address)
    return value if isinstance(value, Round) else Round()
