"""`facilitator`: the page for whoever leads a group, printed or written over nothing."""

from __future__ import annotations

from pathlib import Path

from tests.cli.running import CommandLine


def test_it_is_printed_or_written_to_a_new_file(ask: CommandLine, tmp_path: Path) -> None:
    printed = ask("facilitator")
    assert (printed.status, printed.err) == (0, "")
    assert printed.out.startswith("# For whoever leads the group\n")
    file = tmp_path / "tuesday.md"
    assert ask("facilitator", file).out == f"{file}\n"
    assert file.read_text(encoding="utf-8") == printed.out
    again = ask("facilitator", file)
    assert (again.status, again.out) == (1, "")
    assert "Choose another name." in again.err
