"""One field for each kind of prompt."""

from __future__ import annotations

from reflect_tui.practice.exercise import Kind
from reflect_tui.tui.widgets.fields.actions import ActionsField
from reflect_tui.tui.widgets.fields.agreed import AgreedField
from reflect_tui.tui.widgets.fields.base import Field
from reflect_tui.tui.widgets.fields.choose import ChooseField, ChooseManyField
from reflect_tui.tui.widgets.fields.contrast import ContrastField
from reflect_tui.tui.widgets.fields.day import DayField
from reflect_tui.tui.widgets.fields.place import PlaceField
from reflect_tui.tui.widgets.fields.round import RoundField
from reflect_tui.tui.widgets.fields.text import LineField, TextField

FIELDS: dict[Kind, type[Field]] = {
    Kind.TEXT: TextField,
    Kind.LINE: LineField,
    Kind.CHOOSE: ChooseField,
    Kind.CHOOSE_MANY: ChooseManyField,
    Kind.CONTRAST: ContrastField,
    Kind.PLACE: PlaceField,
    Kind.DAY: DayField,
    Kind.ROUND: RoundField,
    Kind.ACTIONS: ActionsField,
    Kind.AGREED: AgreedField,
}
"""The field of each kind; a test holds the kinds equal to those of `session.values.VALUES`."""

__all__ = ["FIELDS", "Field"]
