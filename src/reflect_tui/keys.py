"""Which keys do what: what can be given other keys, its usual ones, and what a choice gets wrong.

Nothing here knows how a key is pressed: the full screen is told what holds, and both faces and the
settings file speak of keys in these words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

Chosen = tuple[tuple[str, tuple[str, ...]], ...]
"""What somebody chose: an action's name, and its keys."""


class Action(NamedTuple):
    """Something that a key does."""

    name: str
    """Its name in the settings file."""
    words: str
    """What a person sees."""
    usual: tuple[str, ...]
    """The keys it has while nobody chose others."""


ACTIONS = (
    Action("risk", "Someone may be at risk", ("ctrl+t", "f8")),
    Action("hide", "Hide screen", ("ctrl+l", "f9")),
    Action("help", "Help for this screen", ("f1", "?")),
    Action("everything", "Everything by name", ("ctrl+p",)),
    Action("leave", "Leave; everything is kept", ("ctrl+q",)),
    Action("next", "Next step, or what a page is for", ("ctrl+n", "f4")),
    Action("back", "Back a step", ("f3",)),
    Action("steps", "All the steps", ("ctrl+g", "f2")),
    Action("note", "The note", ("ctrl+r",)),
    Action("take-back", "Take back the last thing", ("f7",)),
    Action("standard", "The standard behind this step", ("f5",)),
    Action("wording", "Look at wording", ("ctrl+o",)),
    Action("across", "To what stands beside, and back", ("f6",)),
    Action("facilitator", "The facilitator's page, in a group", ("f12",)),
    Action("kept", "Say when it was last kept", ("ctrl+s",)),
)
NAMES = tuple(action.name for action in ACTIONS)

_OTHERS = {
    "ctrl+h": "a terminal sends Backspace for it",
    "ctrl+i": "a terminal sends Tab for it",
    "ctrl+j": "a terminal sends Enter for it",
    "ctrl+m": "a terminal sends Enter for it",
}
_WRITING = frozenset("abcdefkuvwxyz")
"""Letters that do something in an editor with Ctrl, or must do nothing there."""
# Compiled when first used: every start loads this module.
_KEY = r"ctrl\+[a-z]|f(?:[1-9]|1[0-2])|\?"
_SPOKEN = r"\b(?:Ctrl\+[A-Z]|F\d{1,2})\b"
_NEVER_SENT = (
    r"(?:.*\+)?(?:alt|option|meta|cmd|command|super|win|windows|hyper)\+.*"
    r"|.*shift\+.*|ctrl\+(?:enter|return|tab|space|backspace|esc.*|\d|f\d+|\W)|f\d+"
)
CAN_BE = "Ctrl with one of G L N O P Q R S T, or F1 to F12"
"""The keys that every terminal sends and that nothing else needs."""
EVERY = (*(f"ctrl+{letter}" for letter in "glnopqrst"), *(f"f{number}" for number in range(1, 13)))


class Mistake(NamedTuple):
    """A choice that doesn't hold."""

    name: str
    what: str
    do: str


def read(words: str) -> tuple[str, ...]:
    """Keys as somebody writes them, "Ctrl+N or F4" or "ctrl-n, f4", each once and in our form."""
    flat = re.sub(r"\s*\+\s*", "+", words.strip().lower())
    pieces = re.split(r"\s*[,;]\s*|\s+(?:or|and)\s+|\s+", flat)
    found = (re.sub(r"^(?:control|ctl|strg|ctrl)[-+](?=.)", "ctrl+", piece) for piece in pieces)
    return tuple(dict.fromkeys(_ALSO.get(piece, piece) for piece in found if piece))


_ALSO = {"question_mark": "?", "question-mark": "?"}


def said(key: str) -> str:
    """A key as a person reads it."""
    return "+".join(part.capitalize() for part in key.split("+"))


def all_said(keys: Iterable[str]) -> str:
    """Keys as a person reads them: "Ctrl+N or F4"."""
    return " or ".join(map(said, keys))


def holding(chosen: Chosen) -> dict[str, tuple[str, ...]]:
    """The keys of every action, once what was chosen is counted in."""
    return {known.name: known.usual for known in ACTIONS} | dict(chosen)


def in_order(chosen: Mapping[str, tuple[str, ...]]) -> Chosen:
    """A choice as it is kept: in the order of the actions, and only what isn't as usual."""
    return tuple(
        (known.name, tuple(chosen[known.name]))
        for known in ACTIONS
        if known.name in chosen and tuple(chosen[known.name]) != known.usual
    )


def looked_at(wanted: Mapping[str, tuple[str, ...]]) -> tuple[Chosen, tuple[Mistake, ...]]:
    """What of a choice holds, and what is wrong with the rest; names must be known ones.

    An action whose keys don't hold keeps its usual ones, and nothing takes a key from another.
    """
    mistakes: list[Mistake] = []
    good: dict[str, tuple[str, ...]] = {}
    for name, keys in wanted.items():
        mistake = _of_itself(name, keys)
        if mistake is None:
            good[name] = keys
        else:
            mistakes.append(mistake)
    while (clash := _clash(good)) is not None:
        mistakes.append(clash)
        del good[clash.name]
    return in_order(good), tuple(mistakes)


def chosen_anew(chosen: Chosen, name: str, words: str) -> tuple[Chosen, str]:
    """A choice once an action was given the keys somebody wrote; or the old one, and why not.

    Nothing written gives back the usual keys.
    """
    wanted = {other: some for other, some in chosen if other != name}
    wanted[name] = read(words) or holding(())[name]
    new, mistakes = looked_at(wanted)
    why = next((mistake for mistake in mistakes if mistake.name == name), None)
    return (chosen, f"{why.what} ({why.do}).") if why else (new, "")


def _of_itself(name: str, keys: tuple[str, ...]) -> Mistake | None:
    """What is wrong with an action's keys, whatever the others have."""
    usual = holding(())[name]
    as_usual = f'write {name} = "{", ".join(usual)}" for the usual'
    if not keys:
        return Mistake(name, "no key is named", as_usual)
    for key in keys:
        letter = key.removeprefix("ctrl+")
        if key in _OTHERS:
            return Mistake(name, f"{said(key)} can't be told apart: {_OTHERS[key]}", _choose())
        if key.startswith("ctrl+") and letter in _WRITING:
            return Mistake(name, f"{said(key)} is needed for writing, as in Word", _choose())
        if re.fullmatch(_KEY, key) and (key != "?" or "?" in usual):
            continue
        if re.fullmatch(_NEVER_SENT, key):
            return Mistake(name, f"no terminal sends {said(key)} reliably", _choose())
        if len(key) == 1:
            return Mistake(name, f"{said(key)} alone is typed into the text", _choose())
        return Mistake(name, f"there is no key {said(key)[:20]} to be chosen", _choose())
    return None


def _choose() -> str:
    return f"choose {CAN_BE}"


def _clash(good: Mapping[str, tuple[str, ...]]) -> Mistake | None:
    """The last chosen key that another action has as well."""
    now = holding(tuple(good.items()))
    for name, keys in reversed(list(good.items())):
        for key in keys:
            for other, others in now.items():
                if other != name and key in others:
                    whose = next(known.words for known in ACTIONS if known.name == other)
                    return Mistake(
                        name,
                        f"{said(key)} is taken: it is for “{whose}”",
                        f"choose another key, or give “{whose}” another one first",
                    )
    return None


def free(chosen: Chosen) -> tuple[str, ...]:
    """The keys that nothing has."""
    taken = {key for keys in holding(chosen).values() for key in keys}
    return tuple(key for key in EVERY if key not in taken)


def renamed(text: str, chosen: Chosen) -> str:
    """A text that speaks of usual keys, speaking of those that hold."""
    if not chosen:
        return text
    now = holding(chosen)

    def instead(spoken: re.Match[str]) -> str:
        key = spoken.group().lower()
        owner = next((known.name for known in ACTIONS if key in known.usual), None)
        if owner is None or key in now[owner]:
            return spoken.group()
        return said(now[owner][0])

    return re.sub(_SPOKEN, instead, text)
