"""A document as a value: what stands on the sheet, before any file format."""

from datetime import date
from enum import Enum
from typing import NamedTuple

from roadmap_cli.domain.papers.figures import Figure


class Align(Enum):
    """How lines stand between the margins."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"
    JUSTIFY = "justify"


class Run(NamedTuple):
    """A stretch of text in one face."""

    text: str
    bold: bool = False
    italic: bool = False


Runs = tuple[Run, ...]


class Role(NamedTuple):
    """How paragraphs of a requisite are laid out.

    `columns` are relative widths when the requisite is a line of several cells; `offset` is
    the share of the line that stays empty on the left (for a stamp in the upper right), of a
    line of two cells the share of the left one.
    `outline` is the level of a heading in the table of contents, 0 for what is none; `counted`
    is the word before the number of a caption. What `stays_with_text` never begins a page.
    """

    name: str
    title: str
    align: Align = Align.LEFT
    bold: bool = False
    indent: bool = False
    space_before: int = 0
    space_after: int = 0
    keep_with_next: bool = False
    columns: tuple[int, ...] = ()
    column_aligns: tuple[Align, ...] = ()
    offset: float = 0.0
    small: bool = False
    outline: int = 0
    counted: str = ""
    stays_with_text: bool = False


ROLES: tuple[Role, ...] = (
    Role("text", "обычный текст", Align.JUSTIFY, indent=True),
    Role("plain", "текст без красной строки"),
    Role("centered", "текст посередине", Align.CENTER),
    Role("letterhead", "учредитель и название организации", Align.CENTER, bold=True, space_after=6),
    Role(
        "title",
        "вид документа",
        Align.CENTER,
        bold=True,
        space_before=12,
        space_after=12,
        keep_with_next=True,
    ),
    Role(
        "heading",
        "заголовок раздела (##)",
        Align.CENTER,
        bold=True,
        space_before=12,
        space_after=6,
        keep_with_next=True,
        outline=1,
    ),
    Role(
        "subheading",
        "заголовок подраздела (###)",
        Align.LEFT,
        bold=True,
        space_before=9,
        space_after=3,
        keep_with_next=True,
        outline=2,
    ),
    Role(
        "table-caption",
        "название таблицы под ним, с номером: «Таблица 1 – …»",
        Align.LEFT,
        space_before=6,
        space_after=3,
        keep_with_next=True,
        counted="Таблица",
    ),
    Role(
        "figure-caption",
        "название рисунка над ним, с номером: «Рисунок 1 – …» (под «::: figure» ставится само)",
        Align.CENTER,
        space_before=3,
        space_after=9,
        counted="Рисунок",
    ),
    Role(
        "requisites",
        "дата, место, номер",
        columns=(4, 5, 3),
        space_before=6,
        space_after=12,
        column_aligns=(Align.LEFT, Align.CENTER, Align.RIGHT),
    ),
    Role(
        "subject", "заголовок к тексту", Align.LEFT, bold=True, space_after=12, keep_with_next=True
    ),
    Role(
        "decree",
        "ПРИКАЗЫВАЮ",
        Align.LEFT,
        bold=True,
        space_before=6,
        space_after=6,
        keep_with_next=True,
    ),
    Role(
        "stamp",
        "отметка о приложении в правом верхнем углу",
        Align.LEFT,
        offset=0.55,
        space_after=12,
    ),
    Role(
        "approvals",
        "грифы: слева «ПРИНЯТО», справа «УТВЕРЖДЕНО»; строка грифов – строка через «|»",
        columns=(11, 9),
        column_aligns=(Align.LEFT, Align.LEFT),
        offset=0.55,
    ),
    Role("salutation", "обращение в письме", Align.CENTER, space_before=6, space_after=6),
    Role("addressee", "адресат письма в правом верхнем углу", offset=0.55, space_after=12),
    Role(
        "signature",
        "подпись: должность, место для подписи, расшифровка",
        columns=(5, 3, 4),
        space_before=24,
        column_aligns=(Align.LEFT, Align.CENTER, Align.RIGHT),
        stays_with_text=True,
    ),
    Role(
        "acquainted",
        "строка листа ознакомления: ФИО, подпись, дата",
        columns=(5, 3, 3),
        space_before=6,
        column_aligns=(Align.LEFT, Align.LEFT, Align.RIGHT),
    ),
    Role("acquaintance", "заголовок листа ознакомления", space_before=18, keep_with_next=True),
    Role("field", "строка, которую заполняют от руки", space_before=8),
    Role("footnote", "примечание мелким шрифтом", space_before=6, space_after=6, small=True),
    Role(
        "letter-contacts",
        "адрес, телефон и реквизиты под названием организации в письме",
        Align.CENTER,
        space_after=12,
        small=True,
    ),
    Role(
        "cover",
        "строка титульного листа, с отступом сверху",
        Align.CENTER,
        bold=True,
        space_before=200,
    ),
    Role("executor", "отметка об исполнителе", Align.LEFT, space_before=24, small=True),
)
ROLE = {role.name: role for role in ROLES}


class Paragraph(NamedTuple):
    """A paragraph of some role; a stamp or a letterhead has several lines."""

    lines: tuple[Runs, ...]
    role: Role = ROLE["text"]


class Caption(NamedTuple):
    """«Таблица 1 – …»: Word counts on its own and arrives at the same `number`."""

    number: int
    runs: Runs
    role: Role

    @property
    def lead(self) -> str:
        """What stands before the number."""
        return f"{self.role.counted} "


class Chart(NamedTuple):
    """A figure where it is drawn; its caption is the next block."""

    figure: Figure


class Entry(NamedTuple):
    """A line of the table of contents: a heading and its level, from 1."""

    level: int
    text: str


class Contents(NamedTuple):
    """The table of contents: every heading of the document, in its order."""

    entries: tuple[Entry, ...] = ()


class Columns(NamedTuple):
    """A line of cells without borders: a signature, the date and the number."""

    cells: tuple[Runs, ...]
    role: Role


# ГОСТ Р 7.0.97: sections and points have at most four levels.
LIST_LEVELS = 4


class NumberedItem(NamedTuple):
    """A point of a numbered list; `level` counts from 0, `group` separates the lists.

    `number` is what the reader sees («1.2.»); Word counts on its own and arrives at the same.
    """

    runs: Runs
    level: int
    group: int
    number: str


class BulletItem(NamedTuple):
    """A point of a list without numbers."""

    runs: Runs
    level: int


class Cell(NamedTuple):
    """A cell of a table: its paragraphs, or the continuation of the cell above."""

    paragraphs: tuple[Runs, ...] = ()
    continues_above: bool = False


class Table(NamedTuple):
    """A table with borders; the first row is its head and is repeated on every page.

    `widths` are relative; empty means equal columns. An `is_roomy` one has room above and below
    the words of each cell, to write by hand. Of an `is_kept` one no page has a single row.
    """

    head: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    aligns: tuple[Align, ...]
    widths: tuple[float, ...] = ()
    is_roomy: bool = False
    is_kept: bool = False


class NewSheet(NamedTuple):
    """The next block begins on a new sheet, upright or lying."""

    landscape: bool = False


Block = (
    Paragraph | Columns | NumberedItem | BulletItem | Table | NewSheet | Caption | Chart | Contents
)


class Paper(NamedTuple):
    """A document: its blocks, its layout and what the file's properties say.

    `stamp_mm` is how wide a requisite in the upper right corner may be; `day` is the date that
    the document itself bears.
    """

    title: str
    blocks: tuple[Block, ...]
    left_margin_mm: int = 30
    font_size: int = 14
    stamp_mm: int = 75
    day: date | None = None
