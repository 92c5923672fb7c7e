"""No text of a person's or a file's reaches a widget as a plain string, where markup is live."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

TUI = Path(__file__).resolve().parents[2] / "src" / "reflect_tui" / "tui"
SURFACES = {"Static", "Label", "Option", "OptionList", "Button", "Checkbox", "Select", "update"}
"""What reads a plain string as markup."""
MODULES = sorted(TUI.rglob("*.py"))


def markup_from_a_string(tree: ast.Module) -> list[int]:
    """Lines where a widget is made from an f-string, a sum or a `%` of strings."""
    lines = []
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        name = node.func.id if isinstance(node.func, ast.Name) else ""
        name = name or (node.func.attr if isinstance(node.func, ast.Attribute) else "")
        first = node.args[0]
        made = isinstance(first, ast.JoinedStr | ast.BinOp)
        if name in SURFACES and made:
            lines.append(node.lineno)
        if name == "from_markup" or (name == "notify" and not _markup_off(node)):
            lines.append(node.lineno)
    return lines


def _markup_off(call: ast.Call) -> bool:
    return any(
        word.arg == "markup" and isinstance(word.value, ast.Constant) and word.value.value is False
        for word in call.keywords
    )


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(TUI)))
def test_no_widget_is_made_from_a_string_that_could_hold_markup(module: Path) -> None:
    assert markup_from_a_string(ast.parse(module.read_text(encoding="utf-8"))) == []


def test_the_check_itself_sees_what_it_looks_for() -> None:
    bad = ast.parse("Static(f'{name}')\napp.notify(words)\nStatic(said(name))\nStatic('ours')\n")
    assert markup_from_a_string(bad) == [1, 2]
