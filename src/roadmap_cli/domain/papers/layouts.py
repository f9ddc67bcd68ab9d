"""How documents of one sort are laid out, and what they are about."""

from enum import Enum
from typing import NamedTuple


class Subject(Enum):
    """What a document is about; the value is the name of its argument on the command line."""

    NOTHING = ""
    PERSON = "ЧЕЛОВЕК"
    PARTNER = "ПАРТНЁР"
    PAIR = "ПАРА"
    GRADUATE = "НАСТАВНИК"
    STAGE = "ЭТАП"
    SURVEY = "АНКЕТА"


class Layout(NamedTuple):
    """How the documents of one sort are laid out and asked for.

    `left_margin_mm` is 30 for papers kept longer than ten years (ГОСТ Р 7.0.97, приказы по
    основной деятельности), else 20. `is_annex` documents carry the stamp of an order. A paper that
    `asks_consent` names a person who has given none yet; no other does. An `is_anonymous` one
    calls a person by the code, in the name of its file too.
    """

    left_margin_mm: int = 20
    font_size: int = 14
    is_annex: bool = False
    asks_consent: bool = False
    is_anonymous: bool = False
    subject: Subject = Subject.NOTHING


ORDER = Layout(left_margin_mm=30)
ANNEX = Layout(is_annex=True)
ANNEX_TABLE = Layout(font_size=12, is_annex=True)
TABLE = Layout(font_size=12)
PROTOCOL = Layout(left_margin_mm=30, font_size=13)
PLAIN = Layout(font_size=12)
PERSON = Layout(font_size=12, subject=Subject.PERSON)
CONSENT = Layout(font_size=12, asks_consent=True, subject=Subject.PERSON)
DESTRUCTION = Layout(
    left_margin_mm=30, font_size=12, asks_consent=True, is_anonymous=True, subject=Subject.PERSON
)
GRADUATE = Layout(font_size=12, subject=Subject.GRADUATE)
PARTNER = Layout(subject=Subject.PARTNER)
PAIR = Layout(font_size=12, subject=Subject.PAIR)
STAGE = Layout(font_size=12, subject=Subject.STAGE)
SURVEY = Layout(font_size=12, subject=Subject.SURVEY)
