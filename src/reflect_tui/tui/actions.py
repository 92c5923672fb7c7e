"""What the fields for actions and for what was agreed ask for, done in the sitting."""

from __future__ import annotations

from reflect_tui.session.endings import ending_of
from reflect_tui.session.sitting import Sitting
from reflect_tui.tui.widgets.fields.actions import ActionsField
from reflect_tui.tui.widgets.fields.agreed import AgreedField
from reflect_tui.tui.widgets.fields.base import Wanted


def carry_out(sitting: Sitting, asked: Wanted) -> None:
    """Add, change, move or take away an action, or say what became of an earlier one.

    Raises ReflectError for what can't be done.
    """
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
        case AgreedField.Ended(action_id=action_id, became=became):
            kept = ending_of(sitting.session, action_id)
            sitting.end_action(action_id, became, kept.words if kept else "")
        case AgreedField.Wrote(action_id=action_id, words=words):
            kept = ending_of(sitting.session, action_id)
            sitting.end_action(action_id, kept.became if kept else "", words)
        case AgreedField.Moved(action_id=action_id, in_note=in_note):
            sitting.move_ending(action_id, in_note=in_note)
