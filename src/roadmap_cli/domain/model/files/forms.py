"""The forms of mentoring: those of Р-145 and of the regional practice, and a school's own."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from roadmap_cli.domain.model.kinds import Choice, InvalidValueError, JsonSchema, Text
from roadmap_cli.domain.model.record import Record, required
from roadmap_cli.text.grammar import TitledEnum


class Side(TitledEnum):
    """Who stands on one side of a form."""

    WORKER = "worker"
    PUPIL = "pupil"
    STUDENT = "student"
    OUTSIDER = "outsider"

    @property
    def title(self) -> str:
        """The side in Russian."""
        return {
            "worker": "работник организации",
            "pupil": "обучающийся",
            "student": "студент",
            "outsider": "представитель партнёра",
        }[self.value]


class Form(TitledEnum):
    """The five forms of Р-145, and those that regional acts add to them.

    A centre of additional education calls its teachers педагоги, a school учителя.
    """

    TEACHER_TEACHER = "teacher_teacher"
    LEADER_TEACHER = "leader_teacher"
    TEACHER_PUPIL = "teacher_pupil"
    TEACHER_STUDENT = "teacher_student"
    PUPIL_PUPIL = "pupil_pupil"
    STUDENT_PUPIL = "student_pupil"
    STUDENT_STUDENT = "student_student"
    EMPLOYER_PUPIL = "employer_pupil"
    EMPLOYER_STUDENT = "employer_student"
    EMPLOYER_TEACHER = "employer_teacher"

    @property
    def title(self) -> str:
        """The form in Russian."""
        return _FORMS[self.value][0]

    @property
    def also(self) -> tuple[str, ...]:
        """The words that other schools use for the form."""
        return _FORMS[self.value][1]

    @property
    def mentor(self) -> Side:
        """Who the mentor is."""
        return _FORMS[self.value][2]

    @property
    def mentee(self) -> Side:
        """Who the mentee is."""
        return _FORMS[self.value][3]


_FORMS: Mapping[str, tuple[str, tuple[str, ...], Side, Side]] = {
    "teacher_teacher": ("педагог – педагог", ("учитель – учитель",), Side.WORKER, Side.WORKER),
    "leader_teacher": (
        "руководитель – педагог",
        ("руководитель – учитель", "администрация – педагог"),
        Side.WORKER,
        Side.WORKER,
    ),
    "teacher_pupil": (
        "педагог – обучающийся",
        ("учитель – ученик", "педагог – ученик", "учитель – обучающийся"),
        Side.WORKER,
        Side.PUPIL,
    ),
    "teacher_student": ("педагог – студент", ("учитель – студент",), Side.WORKER, Side.STUDENT),
    "pupil_pupil": ("ученик – ученик", ("обучающийся – обучающийся",), Side.PUPIL, Side.PUPIL),
    "student_pupil": ("студент – ученик", ("студент – обучающийся",), Side.STUDENT, Side.PUPIL),
    "student_student": ("студент – студент", (), Side.STUDENT, Side.STUDENT),
    "employer_pupil": (
        "работодатель – ученик",
        ("работодатель – обучающийся",),
        Side.OUTSIDER,
        Side.PUPIL,
    ),
    "employer_student": ("работодатель – студент", (), Side.OUTSIDER, Side.STUDENT),
    "employer_teacher": (
        "работодатель – педагог",
        ("социальный партнёр – педагог",),
        Side.OUTSIDER,
        Side.WORKER,
    ),
}


@dataclass(frozen=True)
class OwnForm:
    """A form that the school has named itself; organization.yaml says who its sides are."""

    title: str

    @property
    def value(self) -> str:
        """What the data files hold."""
        return self.title

    def __str__(self) -> str:
        return self.title


AnyForm = Form | OwnForm


class FormChoice(Choice):
    """A form of mentoring: a known one by its code or title, or the school's own in words."""

    def __init__(self) -> None:
        super().__init__(Form)

    def read(self, text: str) -> AnyForm:  # type: ignore[override]  # a form of one's own is no member
        """The form; «волонтёр – ученик» is one of the school's own. Raises InvalidValueError."""
        try:
            found = super().read(text)
        except InvalidValueError:
            sides = re.split(r"\s+[-–—]\s+|\s*[–—]\s*", text.strip().casefold())
            if len(sides) != 2 or not all(re.fullmatch(r"[а-яё ]{3,40}", side) for side in sides):
                raise
            return OwnForm(" – ".join(sides))
        assert isinstance(found, Form)
        return found

    def schema(self) -> JsonSchema:
        """The known words are offered, others are allowed."""
        return {"anyOf": [super().schema(), {"type": "string"}]}


class FormOfSchool(Record, told_apart=(("title",),)):
    """A form of mentoring of the school's own, in organization.yaml."""

    title: str = required(Text(), "Название: «волонтёр – ученик»")
    mentor: Side = required(Choice(Side), "Кто наставник")
    mentee: Side = required(Choice(Side), "Кто наставляемый")


def one_form(one: AnyForm | None, other: AnyForm | None) -> bool:
    """True for equal forms; an unknown form fits any."""
    return one is None or other is None or one == other


def sides_of(
    form: AnyForm | None, own: tuple[FormOfSchool, ...]
) -> tuple[Side | None, Side | None]:
    """Who the mentor and the mentee of a form are; None where nobody has said."""
    if isinstance(form, Form):
        return form.mentor, form.mentee
    for one in own:
        if form is not None and FormChoice().read(one.title) == form:
            return one.mentor, one.mentee
    return None, None
