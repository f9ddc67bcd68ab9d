"""The forms of mentoring."""

from roadmap_cli.text.grammar import TitledEnum


class Form(TitledEnum):
    """The five forms of Р-145; a centre of additional education calls its teachers педагоги."""

    TEACHER_TEACHER = "teacher_teacher"
    PUPIL_PUPIL = "pupil_pupil"
    STUDENT_PUPIL = "student_pupil"
    EMPLOYER_PUPIL = "employer_pupil"
    EMPLOYER_STUDENT = "employer_student"

    @property
    def title(self) -> str:
        """The form in Russian."""
        return {
            "teacher_teacher": "педагог – педагог",
            "pupil_pupil": "ученик – ученик",
            "student_pupil": "студент – ученик",
            "employer_pupil": "работодатель – ученик",
            "employer_student": "работодатель – студент",
        }[self.value]

    @property
    def also(self) -> tuple[str, ...]:
        """Р-145 says учитель and обучающийся."""
        return {
            "teacher_teacher": ("учитель – учитель",),
            "pupil_pupil": ("обучающийся – обучающийся",),
            "student_pupil": ("студент – обучающийся",),
            "employer_pupil": ("работодатель – обучающийся",),
            "employer_student": (),
        }[self.value]


def one_form(one: Form | None, other: Form | None) -> bool:
    """True for equal forms; an unknown form fits any."""
    return one is None or other is None or one is other
