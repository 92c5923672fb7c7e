"""The facilitator's page as a Markdown file, to read on paper or on another device."""

from __future__ import annotations

from pathlib import Path

from reflect_tui import files
from reflect_tui.errors import NotKept, ReflectError
from reflect_tui.notes.markdown import inline
from reflect_tui.practice.facilitator import FacilitatorPage, cited

_MOST = 1_000


def as_markdown(page: FacilitatorPage) -> str:
    """The whole page; ends in one newline."""
    parts = [f"# {inline(page.title)}"]
    if page.intro:
        parts.append(inline(page.intro))
    for part in page.parts:
        parts.append(f"## {inline(part.title)}")
        parts.append("\n".join(f"- {inline(cited(caution))}" for caution in part.cautions))
    return "\n\n".join(parts) + "\n"


def write_page(page: FacilitatorPage, file: Path) -> Path:
    """Write it into a file that isn't there yet; raises ReflectError."""
    try:
        files.create_new(file, as_markdown(page).encode())
    except FileExistsError:
        raise ReflectError(
            "There is a file of this name already, and it was left as it is",
            where=str(file),
            do="Choose another name.",
        ) from None
    except NotKept as error:
        raise ReflectError(
            error.what.replace("Not kept", "The page was not written"),
            where=str(file),
            do="Choose another place.",
        ) from error
    return file


def write_into(page: FacilitatorPage, folder: Path) -> Path:
    """Write it into a folder under the next free name; raises ReflectError."""
    try:
        files.private_folder(folder)
    except NotKept as error:
        raise ReflectError(
            error.what.replace("Not kept", "The page was not written"),
            where=str(folder),
            do="Choose another folder in the settings.",
        ) from error
    for number in range(1, _MOST):
        file = folder / f"facilitator-{number}.md"
        if not file.exists():
            return write_page(page, file)
    raise ReflectError("This folder is full of such pages", where=str(folder), do="Choose another.")
