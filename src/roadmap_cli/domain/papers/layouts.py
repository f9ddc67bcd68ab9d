"""How documents of one sort are laid out, and what they are about."""

from enum import Enum
from typing import NamedTuple


class Subject(Enum):
    """What a document is about; the value is the name of its argument on the command line."""

    NOTHING = ""
    PERSON = "ЧЕЛОВЕК"
    PARTNER = "ПАРТНЁР"
    PAIR = "ПАРА"
    MENTOR = "НАСТАВНИК"
    STAGE = "ЭТАП"
    SURVEY = "АНКЕТА"
    LEARNER = "ОБУЧАЮЩИЙСЯ"
    EVENT = "МЕРОПРИЯТИЕ"
    ORDER = "ПРИКАЗ"


class Layout(NamedTuple):
    """How the documents of one sort are laid out and asked for.

    `left_margin_mm` is 30 for papers kept longer than ten years (ГОСТ Р 7.0.97, приказы по
    основной деятельности), else 20. `is_annex` documents carry the stamp of an order. A paper that
    `asks_consent` names a person who has given none yet; no other does. An `is_anonymous` one
    calls a person by the code, in the name of its file too. One that `is_dated` speaks of a day:
    today, unless another is given. A document with `together` is about all the people who are
    named, others are made for each of them. One that `goes_outside` gives data to others.
    """

    left_margin_mm: int = 20
    font_size: int = 14
    is_annex: bool = False
    asks_consent: bool = False
    is_anonymous: bool = False
    is_dated: bool = False
    together: bool = False
    goes_outside: bool = False
    subject: Subject = Subject.NOTHING


ORDER = Layout(left_margin_mm=30)
PEOPLE_ORDER = Layout(left_margin_mm=30, subject=Subject.PERSON, together=True)
PAIR_ORDER = Layout(left_margin_mm=30, subject=Subject.PAIR)
EVENT_ORDER = Layout(left_margin_mm=30, subject=Subject.EVENT)
AMENDMENT = Layout(left_margin_mm=30, subject=Subject.ORDER)
ANNEX = Layout(is_annex=True)
ANNEX_TABLE = Layout(font_size=12, is_annex=True)
TABLE = Layout(font_size=12, is_dated=True)
PROTOCOL = Layout(left_margin_mm=30, font_size=13, subject=Subject.EVENT)
REPORT = Layout(font_size=12, is_dated=True)
SHEET = Layout(font_size=12)
PERSON = Layout(font_size=12, subject=Subject.PERSON)
CONSENT = Layout(font_size=12, asks_consent=True, subject=Subject.PERSON)
DESTRUCTION = Layout(
    left_margin_mm=30, font_size=12, asks_consent=True, is_anonymous=True, subject=Subject.PERSON
)
CERTIFICATE = Layout(font_size=12, subject=Subject.MENTOR)
PARTNER = Layout(subject=Subject.PARTNER, goes_outside=True)
MENTOR_LETTER = Layout(subject=Subject.MENTOR)
LEARNER_LETTER = Layout(subject=Subject.LEARNER)
EVENT_LETTER = Layout(subject=Subject.EVENT)
NOTICE = Layout(subject=Subject.PERSON, is_dated=True)
PAIR = Layout(font_size=12, subject=Subject.PAIR)
STAGE = Layout(font_size=12, subject=Subject.STAGE, is_dated=True)
SURVEY = Layout(font_size=12, subject=Subject.SURVEY)
