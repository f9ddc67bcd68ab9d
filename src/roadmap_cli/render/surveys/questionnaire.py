"""A questionnaire on a screen: its questions and how each is answered."""

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from roadmap_cli.domain.model.files.responses import Response
from roadmap_cli.domain.model.files.surveys import Question, QuestionKind, Questionnaire
from roadmap_cli.domain.registries.directory import Directory
from roadmap_cli.text.dates import numeric


def how_answered(question: Question) -> str:
    """How a question is answered, in words: «оценка 1–10», the options of a choice."""
    if question.kind is QuestionKind.SCALE:
        ends = f" ({' … '.join(question.labels)})" if question.labels else ""
        return f"оценка {question.least}–{question.most}{ends}"
    offered = f": {'; '.join(question.options)}" if question.options else ""
    return f"{question.kind.title}{offered}"


def questionnaire_view(
    code: str, survey: Questionnaire, responses: Sequence[Response], directory: Directory
) -> RenderableType:
    """A questionnaire whole, and its responses where they are asked for."""
    lines = [Text(f"{survey.title} ({code})", style="bold")]
    told = [f"Отвечают {survey.respondents.title}", survey.moment.title]
    told += ["анонимно"] if survey.anonymous else []
    told += [", ".join(str(form.title) for form in survey.forms)] if survey.forms else []
    told += [f"по {numeric(survey.closes)}"] if survey.closes else []
    lines.append(Text(f"{'; '.join(told)}."))
    lines += [Text(text) for text in (survey.intro, survey.source) if text]
    for question in survey.questions:
        lines.append(Text(f"{question.id}  {question.text}"))
        told = [how_answered(question)]
        told += [f"до и после: {question.pair}"] if question.pair else []
        told += [f"идёт в данные: {question.use.title}"] if question.use else []
        lines.append(Text(f"    {'; '.join(told)}", style="dim"))
    for response in responses:
        who = directory.person(response.person) if response.person else "без имени"
        day = f", {numeric(response.day)}" if response.day else ""
        lines += [Text(), Text(f"{response.id}  {who}{day}", style="bold")]
        lines += [
            Text(f"    {reply.question}: {'; '.join(map(directory.person, reply.value))}")
            for reply in response.replies
        ]
    return Group(*lines)
