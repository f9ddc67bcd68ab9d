"""Questionnaires against themselves and each other, and the responses against them."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from roadmap_cli.domain.checks.finding import Finding
from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.files.surveys import Question, QuestionKind, Use
from roadmap_cli.domain.model.kinds import InvalidValueError
from roadmap_cli.domain.registries.directory import Directory
from roadmap_cli.domain.surveys.change import paired_surveys
from roadmap_cli.domain.surveys.replies import read_reply
from roadmap_cli.text.suggest import did_you_mean

_RESPONSES = Dataset.responses.file
_CHOOSING = (QuestionKind.CHOICE, QuestionKind.CHOICES)


def _file(code: str) -> str:
    return Dataset.surveys.member(code).file


def question_duplicate(data: Dataset, _today: date) -> Iterator[Finding]:
    """Two questions of a questionnaire with one code: a reply would belong to both."""
    for code, survey in data.surveys.items():
        times = Counter(question.id for question in survey.questions)
        seen = set()
        for question in survey.questions:
            if question.id in seen and times[question.id] > 1:
                said = f"код вопроса «{question.id}» уже занят выше"
                yield Finding(_file(code), (*question.at, "id"), said)
            seen.add(question.id)


def question_unanswerable(data: Dataset, _today: date) -> Iterator[Finding]:
    """A question that nobody can answer: a scale without length, a choice without options."""
    for code, survey in data.surveys.items():
        for question in survey.questions:
            for key, said in _faults(question):
                yield Finding(_file(code), (*question.at, key), said)
        if survey.anonymous and any(one.use for one in survey.questions):
            at = next(one.at for one in survey.questions if one.use)
            said = "анкета анонимная: её ответы в базы и в подбор не попадут"
            yield Finding(_file(code), (*at, "use"), said)


def _faults(question: Question) -> Iterator[tuple[str, str]]:
    if question.kind is QuestionKind.SCALE:
        span = question.most - question.least + 1
        if span < 2:
            said = f"шкала от {question.least} до {question.most}: выбирать не из чего"
            yield "most", said
        elif len(question.labels) not in (0, 2, span):
            yield "labels", f"подписей {len(question.labels)}: нужно 2 (крайние) или {span}"
    if question.kind in _CHOOSING and len(question.options) < 2:
        yield "options", "вариантов меньше двух"
    if (question.kind is QuestionKind.PEOPLE) != (question.use is Use.WISHES):
        yield "use", "люди по порядку желания — это wishes, и только они"


def survey_unpaired(data: Dataset, _today: date) -> Iterator[Finding]:
    """Linked questions before and after whose scales differ: their change means nothing."""
    for paired in paired_surveys(data):
        first, second = data.surveys[paired.before], data.surveys[paired.after]
        asked = {one.pair: one for one in first.questions if one.pair}
        for question in second.questions:
            other = asked.get(question.pair) if question.pair else None
            if other is not None and _sort(other) != _sort(question):
                said = f"вопрос связан с «{other.id}» анкеты «{paired.before}», а шкалы разные"
                yield Finding(_file(paired.after), (*question.at, "pair"), said)


def _sort(question: Question) -> tuple[object, ...]:
    return (question.kind, question.least, question.most)


def response_astray(data: Dataset, _today: date) -> Iterator[Finding]:
    """A response to a questionnaire, or to a question, that the school does not have."""
    for response in data.responses.responses:
        survey = data.surveys.get(response.survey)
        if survey is None:
            hint = did_you_mean(response.survey, list(data.surveys))
            hint = hint or f"Взять готовую: roadmap survey new {response.survey}"
            said = f"анкеты «{response.survey}» в data/surveys нет"
            yield Finding(_RESPONSES, (*response.at, "survey"), said, hint)
            continue
        for reply in response.replies:
            question = survey.question(reply.question)
            if question is None:
                said = f"вопроса «{reply.question}» в анкете «{response.survey}» нет"
                yield Finding(_RESPONSES, (*reply.at, "question"), said)


def reply_invalid(data: Dataset, _today: date) -> Iterator[Finding]:
    """A reply that is none of those its question allows; results leave it out."""
    for response in data.responses.responses:
        survey = data.surveys.get(response.survey)
        for reply in response.replies if survey is not None else ():
            question = survey.question(reply.question) if survey else None
            if question is None:
                continue
            try:
                read_reply(question, reply.value)
            except InvalidValueError as error:
                said = f"вопрос «{reply.question}»: {error.message}"
                yield Finding(_RESPONSES, (*reply.at, "value"), said, error.hint)


def response_traceable(data: Dataset, _today: date) -> Iterator[Finding]:
    """A person or a day in an anonymous response; nobody in one that is not."""
    for response in data.responses.responses:
        survey = data.surveys.get(response.survey)
        if survey is None:
            continue
        if survey.anonymous and (response.person or response.day):
            key = "person" if response.person else "day"
            said = "анкета анонимная, а по этому ключу видно, чей ответ"
            yield Finding(_RESPONSES, (*response.at, key), said, f"Уберите ключ {key}.")
        if not survey.anonymous and response.person is None:
            said = "анкета не анонимная, а кто ответил, не указано"
            yield Finding(_RESPONSES, response.at, said, "Впишите person: код из people.yaml.")


def response_repeated(data: Dataset, _today: date) -> Iterator[Finding]:
    """Two responses of one person to one questionnaire: the last one counts."""
    seen = set()
    names = Directory(data)
    for response in data.responses.responses:
        own = (response.survey, response.person)
        if response.person is not None and own in seen:
            said = f"второй ответ на анкету «{response.survey}»: {names.person(response.person)}"
            yield Finding(_RESPONSES, response.at, said, f"roadmap survey remove {response.id}")
        seen.add(own)


def before_missing(data: Dataset, _today: date) -> Iterator[Finding]:
    """Somebody answered after the work and not before it: there is nothing to compare with."""
    names = Directory(data)
    for paired in paired_surveys(data):
        early = {response.person for response in data.responses.of(paired.before)}
        for response in data.responses.of(paired.after):
            if response.person is not None and response.person not in early and response.replies:
                said = (
                    f"{names.person(response.person)}: есть ответ на анкету «{paired.after}»,"
                    f" нет на «{paired.before}»"
                )
                yield Finding(_RESPONSES, response.at, said)
