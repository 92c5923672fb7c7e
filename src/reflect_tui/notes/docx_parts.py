"""What a note's Word document is made on: its styles, lists, settings and page, all our own.

The library's template brings a picture, other people's names and dates, 160 styles in another
paper size and language; nothing of it stays.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import docx
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE as RELATION
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm

_FONT = 'w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri" w:eastAsia="Calibri"'
_GREY = "767676"
BULLETS, QUOTED_BULLETS = 1, 2
"""The lists with dots; every numbered list is one of its own."""
_NUMBERS = {False: 3, True: 4}
_FIRST_FREE = 10

_WORDS_OWN = ("heading 1", "heading 2", "Quote", "List Bullet", "List Number", "footer")
"""Styles that Word has itself, and knows what they mean."""

_KEPT = (RELATION.STYLES, RELATION.SETTINGS, RELATION.NUMBERING)
_KEPT_OF_FILE = (RELATION.OFFICE_DOCUMENT, RELATION.CORE_PROPERTIES)


def _paragraph_style(
    name: str,
    *,
    based_on: str = "Normal",
    about: str = "",
    letters: str = "",
    default: bool = False,
) -> str:
    """One style; its id is its name without spaces and with capitals."""
    style_id = "".join(part[0].upper() + part[1:] for part in name.split())
    whose = 'w:default="1"' if default else f'w:customStyle="{int(name not in _WORDS_OWN)}"'
    head = f'w:styleId="{style_id}" {whose}'
    based = "" if default else f'<w:basedOn w:val="{based_on}"/>'
    after = f'<w:next w:val="{"Normal" if name.startswith("heading") else style_id}"/>'
    return (
        f'<w:style w:type="paragraph" {head}><w:name w:val="{name}"/>{based}{after}<w:qFormat/>'
        f"<w:pPr>{about}</w:pPr><w:rPr>{letters}</w:rPr></w:style>"
    )


def _size(points: float) -> str:
    return f'<w:sz w:val="{points * 2:.0f}"/><w:szCs w:val="{points * 2:.0f}"/>'


_BOLD = "<w:b/><w:bCs/>"
_BAR = f'<w:pBdr><w:left w:val="single" w:sz="18" w:space="8" w:color="{_GREY}"/></w:pBdr>'
_LINE = f'<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="2" w:color="{_GREY}"/></w:pBdr>'


def _heading(level: int, before: int, after: int, size: float, more: str = "") -> str:
    return _paragraph_style(
        f"heading {level}",
        about=f'<w:keepNext/><w:keepLines/>{more}<w:spacing w:before="{before}" w:after="{after}"/>'
        f'<w:outlineLvl w:val="{level - 1}"/>',
        letters=_BOLD + _size(size),
    )


def _listed(name: str, base: str, list_id: int, left: int) -> str:
    return _paragraph_style(
        name,
        based_on=base,
        about=f'<w:numPr><w:numId w:val="{list_id}"/></w:numPr>'
        f'<w:ind w:left="{left}" w:hanging="357"/><w:contextualSpacing/>',
    )


_STYLES = "".join(
    [
        f"<w:styles {nsdecls('w')}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts {_FONT}/>",
        f"{_size(11)}",
        '<w:lang w:val="en-GB" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>',
        '<w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="264" w:lineRule="auto"/></w:pPr>',
        "</w:pPrDefault></w:docDefaults>",
        _paragraph_style("Normal", default=True),
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">',
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/></w:style>',
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">',
        '<w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>',
        '<w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar>',
        "</w:tblPr></w:style>",
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList">',
        '<w:name w:val="No List"/></w:style>',
        '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/>',
        '<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>',
        *(
            f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="8C8C8C"/>'
            for side in ("top", "left", "bottom", "right", "insideH", "insideV")
        ),
        "</w:tblBorders></w:tblPr></w:style>",
        _heading(1, 0, 200, 20),
        _heading(2, 360, 120, 14, _LINE),
        _paragraph_style(
            "Question",
            about='<w:keepNext/><w:keepLines/><w:spacing w:before="200" w:after="60"/>',
        ),
        _paragraph_style("Our Words", letters='<w:i/><w:iCs/><w:color w:val="4A4A4A"/>'),
        _paragraph_style("Quote", about=f'{_BAR}<w:ind w:left="284"/>'),
        _listed("List Bullet", "Normal", BULLETS, 567),
        _listed("List Number", "Normal", _NUMBERS[False], 567),
        _listed("Quote Bullet", "Quote", QUOTED_BULLETS, 641),
        _listed("Quote Number", "Quote", _NUMBERS[True], 641),
        _paragraph_style("Table Text", about='<w:spacing w:before="60" w:after="60"/>'),
        _paragraph_style("Table Label", based_on="TableText", letters=_BOLD),
        _paragraph_style(
            "Table Gap",
            about='<w:spacing w:before="0" w:after="0" w:line="120" w:lineRule="exact"/>',
        ),
        _paragraph_style(
            "footer",
            about='<w:tabs><w:tab w:val="right" w:pos="9638"/></w:tabs><w:spacing w:after="0"/>',
            letters=_size(9),
        ),
        "</w:styles>",
    ]
)


def _list_kind(kind: int, mark: str, form: str, left: int) -> str:
    return (
        f'<w:abstractNum w:abstractNumId="{kind}"><w:multiLevelType w:val="singleLevel"/>'
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{mark}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{left}" w:hanging="357"/></w:pPr><w:rPr><w:rFonts {_FONT}/></w:rPr>'
        "</w:lvl></w:abstractNum>"
    )


_LISTS = "".join(
    [
        f"<w:numbering {nsdecls('w')}>",
        _list_kind(BULLETS, "•", "bullet", 567),
        _list_kind(QUOTED_BULLETS, "•", "bullet", 641),
        _list_kind(_NUMBERS[False], "%1.", "decimal", 567),
        _list_kind(_NUMBERS[True], "%1.", "decimal", 641),
        *(
            f'<w:num w:numId="{kind}"><w:abstractNumId w:val="{kind}"/></w:num>'
            for kind in (BULLETS, QUOTED_BULLETS, *_NUMBERS.values())
        ),
        "</w:numbering>",
    ]
)

_SETTINGS = (
    f'<w:settings {nsdecls("w")}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
    '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting '
    'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    '</w:compat><w:themeFontLang w:val="en-GB"/><w:decimalSymbol w:val="."/>'
    '<w:listSeparator w:val=","/></w:settings>'
)


def blank(name: str) -> WordDocument:
    """An empty document that says of itself its name, the moment, and nothing of anybody."""
    made = docx.Document()
    package = made.part.package
    assert package is not None
    for relations, kept in ((package.rels, _KEPT_OF_FILE), (made.part.rels, _KEPT)):
        for key in [key for key, relation in relations.items() if relation.reltype not in kept]:
            del relations[key]
    for element, ours in (
        (made.styles.element, _STYLES),
        (made.part.numbering_part.element, _LISTS),
        (made.settings.element, _SETTINGS),
    ):
        element[:] = parse_xml(ours)
    page = made.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(20)
    page.top_margin, page.bottom_margin, page.footer_distance = Mm(20), Mm(22), Mm(11)
    about = made.core_properties
    about.title, about.author, about.last_modified_by, about.comments = name, "", "", ""
    about.language = "en-GB"
    about.created = about.modified = datetime.now(UTC)
    return made


def numbered_list(made: WordDocument, first: int, *, quoted: bool) -> int:
    """A list of its own that begins with this number; says by which id to refer to it."""
    lists = made.part.numbering_part.element
    list_id = _FIRST_FREE + sum(1 for _ in _lists_of(lists))
    lists.append(
        parse_xml(
            f'<w:num {nsdecls("w")} w:numId="{list_id}">'
            f'<w:abstractNumId w:val="{_NUMBERS[quoted]}"/><w:lvlOverride w:ilvl="0">'
            f'<w:startOverride w:val="{first}"/></w:lvlOverride></w:num>'
        )
    )
    return list_id


def _lists_of(lists: BaseOxmlElement) -> Iterator[BaseOxmlElement]:
    yield from lists.iterchildren(f"{{{lists.nsmap['w']}}}num")
