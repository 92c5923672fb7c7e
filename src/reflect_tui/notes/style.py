"""How a note's web page looks, on a screen and on paper."""

from __future__ import annotations

_LOOKS = """\
:root { color-scheme: light; }
* { box-sizing: border-box; }
body {
  margin: 0; background: #fff; color: #1a1a1a;
  font: 11pt/1.45 Calibri, Carlito, Arial, "Liberation Sans", Helvetica, sans-serif;
  overflow-wrap: anywhere;
}
main { max-width: 46rem; margin: 0 auto; padding: 2rem 1.5rem 4rem; }
h1 { font-size: 1.7em; line-height: 1.2; margin: 0 0 .8em; }
h2 {
  font-size: 1.25em; line-height: 1.25; margin: 1.7em 0 .5em; padding-bottom: .15em;
  border-bottom: 1px solid #767676;
}
p, ul, ol, blockquote { margin: 0 0 .6em; }
ul, ol { padding-inline-start: 1.8em; }
li { margin-bottom: .2em; }
li[dir] { list-style-position: inside; }
.asked { margin: 1em 0 .25em; }
.ours { color: #4a4a4a; font-style: italic; }
blockquote { margin-inline: .2em 0; padding: .1em 0 .1em 1em; border-left: 3px solid #767676; }
blockquote > :last-child { margin-bottom: 0; }
table { width: 100%; border-collapse: collapse; margin: 0 0 1em; table-layout: fixed; }
th, td {
  padding: .35em .6em; border: 1px solid #8c8c8c; text-align: start; vertical-align: top;
  mso-number-format: "\\@";
}
th { background: #f0f0f0; font-weight: bold; }
.rows th { width: 32%; }
.actions th:first-child:not(:last-child) { width: 34%; }
@page {
  size: A4;
  margin: 20mm 20mm 22mm;
  @top-left { content: " "; }
  @bottom-left { content: MARKING; font: 9pt Calibri, Carlito, Arial, sans-serif; }
  @bottom-right {
    content: "Page " counter(page) " of " counter(pages);
    font: 9pt Calibri, Carlito, Arial, sans-serif;
  }
}
@media print {
  body { font-size: 10.5pt; }
  main { max-width: none; padding: 0 1px; }
  h1, h2, .asked { break-after: avoid; }
  h2, tr, li { break-inside: avoid; }
  tr.long { break-inside: auto; }
  thead { display: table-header-group; break-after: avoid; }
  table, tbody, tbody tr:first-child { break-before: avoid; }
  p, blockquote { orphans: 2; widows: 2; }
  th { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
"""
# mso-number-format: a spreadsheet that a table is pasted into takes its cells as words, so that
# none that begins with “=” is reckoned.


def css(marking: str) -> str:
    """The looks of a page whose every foot says how it is marked."""
    return _LOOKS.replace("MARKING", _string(marking))


def _string(words: str) -> str:
    """Words from a file as a string of CSS, in which no letter can end it."""
    return '"' + "".join(f"\\{ord(letter):06x}" for letter in words) + '"'
