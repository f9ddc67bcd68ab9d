"""Filled questionnaires: who answered what; a response without a person is anonymous."""

from datetime import date

from roadmap_cli.domain.model.files.forms import AnyForm, FormChoice
from roadmap_cli.domain.model.kinds import Day, Identifier, Nested, Reference, Text
from roadmap_cli.domain.model.record import Record, many, optional, required


class Reply(Record, told_apart=(("question",),)):
    """The reply to one question: its words, or several choices in their order."""

    question: str = required(Identifier(), "Код вопроса в анкете")
    value: tuple[str, ...] = many(Text(), "Ответ; несколько — по порядку", default=())


class Response(Record):
    """One filled questionnaire."""

    id: str = required(Identifier(), "Код заполненной анкеты", survives=True)
    survey: str = required(Identifier(), "Анкета: имя файла в data/surveys", survives=True)
    person: str | None = optional(
        Reference("people"),
        "Кто ответил: код из people.yaml; в анонимной анкете не указывают",
        default=None,
        survives=True,
    )
    day: date | None = optional(
        Day(), "Когда заполнена; в анонимной анкете не указывают", default=None, survives=True
    )
    form: AnyForm | None = optional(
        FormChoice(), "Форма наставничества, о которой ответ", default=None, survives=True
    )
    replies: tuple[Reply, ...] = many(Nested(Reply), "Ответы", default=())

    def given_by(self, day: date) -> bool:
        """True for a response of that day or before, and for one whose day nobody knows."""
        return self.day is None or self.day <= day

    def reply(self, question: str) -> tuple[str, ...]:
        """What was replied to a question; nothing where it was left out."""
        return next((reply.value for reply in self.replies if reply.question == question), ())


class Responses(Record):
    """`data/responses.yaml`."""

    responses: tuple[Response, ...] = many(Nested(Response), "Заполненные анкеты", default=())

    def of(self, survey: str) -> tuple[Response, ...]:
        """The responses to one questionnaire, in the order of the file."""
        return tuple(response for response in self.responses if response.survey == survey)
