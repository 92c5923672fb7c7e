"""What the form for actions asks for, done in the sitting."""

from __future__ import annotations

from reflect_tui.session.sitting import Sitting
from reflect_tui.tui.widgets.fields.actions import ActionsField


def carry_out(sitting: Sitting, asked: ActionsField.Asked) -> None:
    """Add, change, move or take away an action, as somebody asked."""
    match asked:
        case ActionsField.Added(told=told, in_note=in_note):
            what, rest = told["what"], {key: told[key] for key in told if key != "what"}
            sitting.add_action(what, in_note=in_note, **rest)
        case ActionsField.Edited(action=action):
            sitting.change_action(action)
        case ActionsField.Moved(action_id=action_id, in_note=in_note):
            sitting.move_action(action_id, in_note=in_note)
        case ActionsField.Removed(action_id=action_id):
            sitting.remove_action(action_id)
