"""The keys somebody chose, as Textual takes them: by the names of the screens' bindings.

Each screen's class tells its bindings here when it is made, and which action each belongs to is
seen by its usual keys. So a new screen whose main button is on Ctrl+N follows what was chosen.
"""

from __future__ import annotations

from textual.binding import Binding
from textual.dom import DOMNode

from reflect_tui import keys

_ACTIONS: dict[str, tuple[str, tuple[str, ...]]] = {}
"""For each binding that can have other keys: its action, and the keys that always stay."""
_TEXTUAL = {"?": "question_mark"}


def learn(owner: type[DOMNode]) -> None:
    """Take note of a class's bindings, and of those it is built on."""
    for part in owner.__mro__:
        for binding in vars(part).get("BINDINGS", ()):
            if isinstance(binding, Binding) and binding.id:
                _learn(binding.id, binding.key)


def _learn(name: str, key: str) -> None:
    pressed = [part.strip() for part in key.split(",")]
    for action in keys.ACTIONS:
        usual = [_TEXTUAL.get(each, each) for each in action.usual]
        if any(each in usual for each in pressed):
            _ACTIONS[name] = (action.name, tuple(each for each in pressed if each not in usual))


def keymap(chosen: keys.Chosen) -> dict[str, str]:
    """What was chosen, for every binding known until now."""
    now = dict(chosen)
    return {
        name: ",".join([*stays, *(_TEXTUAL.get(key, key) for key in now[action])])
        for name, (action, stays) in _ACTIONS.items()
        if action in now
    }


def spoken(words: str, on: DOMNode) -> str:
    """Words that speak of keys as they usually are, as they are where a widget stands."""
    world = getattr(on.screen, "world", None)
    return words if world is None else keys.renamed(words, world.settings.keys)
