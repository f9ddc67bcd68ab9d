"""What the plan leaves open: no deadline, no person, no proof."""

from collections.abc import Iterator
from datetime import date, timedelta

from roadmap_cli.domain.checks.finding import Finding
from roadmap_cli.domain.deadlines.deadline import Deadline, DeadlineKind, Unit
from roadmap_cli.domain.deadlines.parse import parse_deadline
from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.files.evidence import Evidence
from roadmap_cli.domain.model.files.roadmap import Activity, Task, TaskStatus, items, tasks
from roadmap_cli.domain.plan.proofs import is_there, own_proofs
from roadmap_cli.domain.plan.record_counts import count_proof
from roadmap_cli.text.dates import numeric
from roadmap_cli.text.plurals import counted

_FILE = Dataset.roadmap.file
_OPEN = (TaskStatus.PLANNED, TaskStatus.IN_PROGRESS)


def _activities(data: Dataset) -> Iterator[Activity]:
    for stage in data.roadmap.stages:
        yield from stage.activities


def deadline_missing(data: Dataset, _today: date) -> Iterator[Finding]:
    """An activity without a deadline whose tasks have none of their own either."""
    for activity in _activities(data):
        bare = [task.id for task in activity.tasks if not task.deadline]
        if not activity.deadline and bare:
            yield Finding(
                _FILE,
                activity.at,
                f"у мероприятия {activity.id} нет срока (пункты: {', '.join(bare)})",
                f'Задайте его: roadmap postpone {activity.id} "октябрь"',
            )


def responsible_missing(data: Dataset, _today: date) -> Iterator[Finding]:
    """An activity without a person whose tasks have none of their own either."""
    for activity in _activities(data):
        bare = [task for task in activity.tasks if not task.responsible]
        if not activity.responsible and bare:
            yield Finding(
                _FILE,
                activity.at,
                f"у мероприятия {activity.id} нет ответственного "
                f"({counted(len(bare), 'пункт', 'пункта', 'пунктов')})",
                f'Назначьте его: roadmap assign {activity.id} "Фамилия И.О."',
            )


def deadline_unreadable(data: Dataset, _today: date) -> Iterator[Finding]:
    """A deadline that stays mere text; nothing is guessed."""
    for item, read in _deadlines(data):
        if read.kind is DeadlineKind.TEXT:
            yield Finding(
                _FILE,
                (*item.at, "deadline"),
                f"срок «{read.text}» не распознан, он показывается как есть",
                "Распознаются, например: «Октябрь 2023», «до 15.09.2023», «1 раз в квартал».",
            )


def deadline_outside_year(data: Dataset, _today: date) -> Iterator[Finding]:
    """A deadline more than two months away from the school year: most likely a wrong year."""
    year = data.roadmap.school_year
    margin = timedelta(days=62)
    for item, read in _deadlines(data):
        late = read.start is not None and read.start > year.end + margin
        early = read.end is not None and read.end < year.start - margin
        if late or early:
            yield Finding(
                _FILE,
                (*item.at, "deadline"),
                f"срок «{read.text}» лежит за пределами {year} учебного года",
                "Проверьте год.",
            )


def deadline_doubtful(data: Dataset, _today: date) -> Iterator[Finding]:
    """A notation that says one time twice, a day with another weekday, or one of two Augusts."""
    for item, read in _deadlines(data):
        if read.doubt:
            yield Finding(_FILE, (*item.at, "deadline"), f"в сроке «{read.text}»: {read.doubt}")


def deadline_without_days(data: Dataset, _today: date) -> Iterator[Finding]:
    """A term or holidays whose days only the school's calendar can tell, and it does not."""
    for item, read in _deadlines(data):
        unit = read.every.unit if read.every else None
        asks = unit in (Unit.TERM, Unit.TRIMESTER) and not data.calendar.terms
        asks = asks or (read.kind is DeadlineKind.TERM and read.end is None)
        if asks or ("каникул" in (read.anchor or "") and read.end is None):
            yield Finding(
                _FILE,
                (*item.at, "deadline"),
                f"срок «{read.text}»: дни четвертей или каникул не указаны",
                "Впишите их один раз: terms и holidays в data/organization.yaml.",
            )


def _deadlines(data: Dataset) -> Iterator[tuple[Activity | Task, Deadline]]:
    for item in items(data.roadmap):
        if isinstance(item, Activity | Task) and item.deadline:
            yield item, parse_deadline(item.deadline, data.roadmap.school_year, data.calendar)


def done_without_date(data: Dataset, _today: date) -> Iterator[Finding]:
    """A done task that does not say when."""
    for task in tasks(data.roadmap):
        if task.status is TaskStatus.DONE and task.done_on is None:
            yield Finding(
                _FILE,
                (*task.at, "status"),
                f"пункт {task.id} выполнен, но дата выполнения не указана",
                "Добавьте строку done_on: ГГГГ-ММ-ДД.",
            )


def date_without_done(data: Dataset, _today: date) -> Iterator[Finding]:
    """A completion date at a task that is not done."""
    for task in tasks(data.roadmap):
        if task.status is not TaskStatus.DONE and task.done_on is not None:
            yield Finding(
                _FILE,
                (*task.at, "done_on"),
                f"у пункта {task.id} есть дата выполнения, но состояние — «{task.status.title}»",
                f"Отметьте выполнение: roadmap done {task.id}",
            )


def done_in_future(data: Dataset, today: date) -> Iterator[Finding]:
    """A task marked as done on a future day."""
    for task in tasks(data.roadmap):
        if task.done_on is not None and task.done_on > today:
            yield Finding(
                _FILE,
                (*task.at, "done_on"),
                f"пункт {task.id} отмечен выполненным {numeric(task.done_on)}, "
                "а этот день ещё не наступил",
            )


def done_without_evidence(data: Dataset, _today: date) -> Iterator[Finding]:
    """A done task with nothing to show for it."""
    for task in tasks(data.roadmap):
        if task.status is TaskStatus.DONE and not task.evidence:
            yield Finding(
                _FILE,
                task.at,
                f"пункт {task.id} выполнен, но подтверждения нет",
                f'Укажите его: roadmap evidence {task.id} "документы/приказ.docx"',
            )


def evidence_file_missing(data: Dataset, today: date) -> Iterator[Finding]:
    """A proof that points at a file which is not there."""
    for task in tasks(data.roadmap):
        for proof in task.evidence:
            if proof.file and not is_there(data, proof, today):
                yield Finding(
                    _FILE,
                    (*proof.at, "file"),
                    f"подтверждение пункта {task.id} — файл «{proof.file}», а его нет",
                    "Проверьте путь: он считается от папки с дорожной картой.",
                )


def evidence_document_missing(data: Dataset, today: date) -> Iterator[Finding]:
    """A done task whose document is not in the register, or whose records are not whole."""
    for task, proof in _judged_proofs(data):
        if task.status is TaskStatus.DONE and not is_there(data, proof, today):
            if proof.counted:
                found = count_proof(data, proof, today).words
                said = f"пункт {task.id} выполнен, а {proof.counted} — {found}"
                yield Finding(_FILE, (*proof.at, "records" if proof.records else "survey"), said)
                continue
            yield Finding(
                _FILE,
                (*proof.at, "document"),
                f"пункт {task.id} выполнен, но документа {proof.document} в журнале нет",
                _register_hint(proof.document),
            )


def evidence_waiting(data: Dataset, today: date) -> Iterator[Finding]:
    """A registered document, or whole records, whose task is not marked as done."""
    for task, proof in _judged_proofs(data):
        if task.status in _OPEN and is_there(data, proof, today):
            what = f"документ {proof.document} в журнале" if proof.document else proof.shown
            yield Finding(
                _FILE,
                (*task.at, "id"),
                f"{what} есть, а пункт {task.id} не отмечен",
                f"Отметьте его: roadmap done {task.id}",
            )


def _judged_proofs(data: Dataset) -> Iterator[tuple[Task, Evidence]]:
    for task in tasks(data.roadmap):
        for proof in own_proofs(data, task):
            yield task, proof


def _names(proof: Evidence) -> tuple[object, ...]:
    return proof.document, proof.file, proof.link, proof.paper, proof.records, proof.survey


def evidence_form(data: Dataset, _today: date) -> Iterator[Finding]:
    """A proof that names nothing, or two things at once."""
    for task in tasks(data.roadmap):
        for proof in task.evidence:
            if sum(bool(name) for name in _names(proof)) != 1:
                yield Finding(
                    _FILE,
                    proof.at,
                    f"подтверждение пункта {task.id} должно называть что-то одно",
                    "Оставьте один ключ: document, file, link, paper, records или survey.",
                )


def _register_hint(kind: str | None) -> str | None:
    group, _, name = (kind or "").partition(".")
    if group not in ("order", "act"):
        return None
    return f'Впишите его: roadmap {group} register {name} --number "№" --date ДАТА'
