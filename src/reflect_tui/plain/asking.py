"""Asking each kind of prompt, a line at a time; one asker for each kind."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext

from reflect_tui.plain.agreed import ask_agreed
from reflect_tui.plain.asked import UNTIL, Asked
from reflect_tui.plain.pages import IMAGINED
from reflect_tui.plain.turns import ask_round
from reflect_tui.practice.exercise import Kind, Way
from reflect_tui.session.contrast import differences
from reflect_tui.session.values import (
    Choice,
    Choices,
    Contrast,
    Day,
    Line,
    Moment,
    Placement,
    Spot,
    Text,
    Value,
)

PARTS = {"me": "For me", "them": "For them", "between": "Between us"}
SPOTS = (
    ("seen, and said", Spot(seen=True, said=True)),
    ("unseen, and said", Spot(seen=False, said=True)),
    ("seen, and not said", Spot(seen=True, said=False)),
    ("unseen, and not said", Spot(seen=False, said=False)),
)
KNOWN = (("We saw it", "seen"), ("We were told", "told"), ("We infer it", "inferred"))


def _text(asked: Asked) -> str:
    value = asked.value()
    before = value.text if isinstance(value, Text) else asked.prompt.starts
    asked.talk.say(UNTIL)
    if asked.prompt.starts and not isinstance(value, Text):
        asked.talk.say(f"It begins: {asked.prompt.starts} …")
    joined = _joined(asked.prompt.starts, isinstance(value, Text))

    def keep(text: str) -> None:
        asked.write(Text(text=joined(text)))

    return _counted(asked.lines(before, keep, _whole))


def _whole(value: Value) -> str:
    return value.text if isinstance(value, Text) else ""


def _joined(starts: str, going_on: bool) -> Callable[[str], str]:
    """The words a prompt starts with and the first line typed make one sentence."""
    if not starts or going_on:
        return lambda text: text

    def joined(text: str) -> str:
        # Somebody may type the words again that it begins with.
        rest = text.removeprefix(f"{starts}\n")
        return rest if rest.startswith(starts) else text.replace(f"{starts}\n", f"{starts} ", 1)

    return joined


def _line(asked: Asked) -> str:
    begins = asked.prompt.starts
    asked.talk.say("One line, or a full stop to leave it blank.")
    if begins:
        asked.talk.say(f"It begins: {begins} …")
    line = asked.talk.line()
    if line in (".", ""):
        return ""
    whole = f"{begins} {line}" if begins and not line.startswith(begins) else line
    asked.write(Line(text=whole))
    return _counted(1)


def _choose(asked: Asked) -> str:
    options = asked.prompt.options
    labels = [option.label for option in options]
    chosen = asked.talk.choose(labels, listed=not _on_its_board(asked))
    if chosen is None:
        return ""
    asked.write(Choice(option=options[chosen].id))
    return f"Kept: {options[chosen].label}"


def _choose_many(asked: Asked) -> str:
    options = asked.prompt.options
    labels = [option.label for option in options]
    chosen = asked.talk.choose_some(
        labels, most=asked.prompt.at_most, listed=not _on_its_board(asked)
    )
    if not chosen:
        return ""
    asked.write(Choices(options=tuple(options[index].id for index in chosen)))
    return f"Kept: {'; '.join(labels[index] for index in chosen)}"


def _on_its_board(asked: Asked) -> bool:
    """Whether its options are the cards that were said just before, with their numbers."""
    return bool(asked.prompt.from_board) and asked.prompt.from_board == asked.address.stage


def _contrast(asked: Asked) -> str:
    found = asked.value()
    before = found if isinstance(found, Contrast) else Contrast()
    count = 0
    for side, heading in (("left", asked.prompt.left), ("right", asked.prompt.right)):
        asked.talk.say(f"{heading}:")
        if asked.prompt.imagined == side:
            asked.talk.say(IMAGINED)
        asked.talk.say(UNTIL)

        def keep(text: str, side: str = side) -> None:
            now = asked.sitting.value(asked.address)
            now = now if isinstance(now, Contrast) else Contrast()
            asked.write(now.model_copy(update={side: text}))

        def words(value: Value, side: str = side) -> str:
            return str(getattr(value, side)) if isinstance(value, Contrast) else ""

        again = side == "left" and asked.earlier and not before.left
        with asked.talk.also("same", lambda _: _say_again(asked)) if again else nullcontext():
            if again:
                asked.talk.say(f"To say the same sentence again, type /same: {asked.earlier}")
            count += asked.lines(getattr(before, side), keep, words)
    now = asked.sitting.value(asked.address)
    if isinstance(now, Contrast):
        for was, becomes in differences(now.left, now.right):
            asked.talk.say(f"What differs: {was or 'nothing'} becomes {becomes or 'nothing'}.")
    return _counted(count)


def _say_again(asked: Asked) -> None:
    """Put the sentence of the round before at the left."""
    now = asked.sitting.value(asked.address)
    now = now if isinstance(now, Contrast) else Contrast()
    asked.write(now.model_copy(update={"left": asked.earlier}))
    asked.talk.say("Written again. A full stop goes on.")


def _place(asked: Asked) -> str:
    placed: dict[str, Spot | bool] = {}
    for who, words in PARTS.items():
        asked.talk.say(f"{words}: where does it stand?")
        chosen = asked.talk.choose([spot for spot, _ in SPOTS], blank="place it nowhere")
        if chosen is not None:
            placed[who] = SPOTS[chosen][1]
    if asked.talk.yes("Does it move, depending on who is in the room?"):
        placed["moves"] = True
    if not placed:
        return ""
    asked.write(Placement.model_validate(placed))
    return "Kept. It never goes into a note."


def _day(asked: Asked) -> str:
    asked.talk.say("The day goes part by part. A full stop passes one by.")
    count = 0
    for option in asked.prompt.options:
        now = asked.sitting.value(asked.address)
        day = now if isinstance(now, Day) else Day()
        moment = day.moment(option.id)
        asked.talk.say(f"{option.label}:")
        if moment.text:
            asked.talk.say(f"You wrote: {moment.text}")

        def keep(text: str, day: Day = day, moment: Moment = moment) -> None:
            asked.write(day.with_moment(moment.model_copy(update={"text": text})))

        def words(value: Value, part: str = option.id) -> str:
            return value.moment(part).text if isinstance(value, Day) else ""

        heard = asked.lines("" if asked.anew else moment.text, keep, words)
        count += heard
        if heard:
            asked.talk.say("How do we know?")
            chosen = asked.talk.choose([words for words, _ in KNOWN])
            now = asked.sitting.value(asked.address)
            if chosen is not None and isinstance(now, Day):
                update = {**now.moment(option.id).model_dump(), "known": KNOWN[chosen][1]}
                asked.write(now.with_moment(Moment.model_validate(update)))
    return _counted(count)


def _actions(asked: Asked) -> str:
    talk, sitting = asked.talk, asked.sitting
    ours = "just me" if sitting.session.way is Way.SOLO else "between us"
    count = 0
    while True:
        talk.say("What will be done? One line, or a full stop when there is nothing more.")
        what = talk.line().strip()
        if what in ("", "."):
            return f"Kept, {count} action{'s' * (count != 1)}." if count else ""
        told: dict[str, str] = {}
        for key, question in (
            ("who", "Who, by role and not by name?"),
            ("by", "By when? It may stay open."),
            ("told", "How will they be told or asked?"),
        ):
            talk.say(f"{question} One line, or a full stop.")
            answer = talk.line().strip()
            told[key] = "" if answer == "." else answer
        talk.say("In the note?")
        in_note = talk.choose(["in the note", ours], blank=f"keep it {ours}") == 0
        sitting.add_action(what, in_note=in_note, **told)
        count += 1


def _counted(count: int) -> str:
    return f"Kept, {count} line{'s' * (count != 1)}." if count else ""


ASKING: dict[Kind, Callable[[Asked], str]] = {
    Kind.TEXT: _text,
    Kind.LINE: _line,
    Kind.CHOOSE: _choose,
    Kind.CHOOSE_MANY: _choose_many,
    Kind.CONTRAST: _contrast,
    Kind.PLACE: _place,
    Kind.DAY: _day,
    Kind.ROUND: ask_round,
    Kind.ACTIONS: _actions,
    Kind.AGREED: ask_agreed,
}
"""How each kind is asked; what it returns is said once all is on the disk, empty for nothing."""
