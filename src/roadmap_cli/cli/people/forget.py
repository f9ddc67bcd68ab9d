"""`roadmap forget`: a person's data are destroyed, the record stays without a name."""

import sys
from typing import Annotated

import typer
from rich.console import RenderableType

from roadmap_cli.cli.frame.completion import data_for_completion
from roadmap_cli.cli.frame.context import Session, changing, open_session, settings
from roadmap_cli.cli.frame.output import ask, show
from roadmap_cli.cli.frame.result import Result
from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.files.people import Person
from roadmap_cli.domain.papers.catalog import BY_CODE
from roadmap_cli.domain.people.forgetting import (
    FORGOTTEN,
    Forgetting,
    forget_person,
    needles,
    reason_of,
)
from roadmap_cli.domain.registries.directory import Directory
from roadmap_cli.domain.registries.edits import referring
from roadmap_cli.domain.registries.lookup import find_item
from roadmap_cli.errors import RequestInvalidError
from roadmap_cli.render.people.forgetting import forget_view
from roadmap_cli.storage.disk import bytes_of, remove_file
from roadmap_cli.storage.git import Git
from roadmap_cli.storage.transaction import write_together
from roadmap_cli.storage.update import prepare
from roadmap_cli.storage.vault.clone import destroy_key
from roadmap_cli.usecases.documents import ALL_FILES, Job, Wish, make_all, writes_of

_ACT = "act.destruction"


def _offers(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    data = data_for_completion(ctx)
    names = Directory(data).names("people") if data else {}
    return [each for each in names.items() if each[0].startswith(incomplete)]


def forget(
    ctx: typer.Context,
    person: Annotated[
        str,
        typer.Argument(metavar="ЧЕЛОВЕК", help="Код или имя целиком.", autocompletion=_offers),
    ],
    reason: Annotated[
        str | None,
        typer.Option("--reason", metavar="ТЕКСТ", help="Причина для акта; иначе по согласиям."),
    ] = None,
    yes: Annotated[
        bool, typer.Option("--yes", "-y", help="Уничтожить без вопроса.", show_default=False)
    ] = False,
) -> Result:
    """Уничтожить персональные данные человека: показать всё, что затронуто, и составить акт."""
    own = settings(ctx)
    session = open_session(ctx, *ALL_FILES)
    if yes and not own.dry_run:
        _finish(session, person)
    found, plan, said = _planned(session, person)
    if own.dry_run or not yes:
        talking = sys.stdin.isatty() and not (own.dry_run or own.json)
        if talking:
            show(said)
        if not talking or ask(f"Уничтожить данные? Введите код {found.id}").strip() != found.id:
            return Result(
                view=None if talking else lambda _width: said,
                data=lambda: _data(found, plan, done=False),
                notices=("Ничего не уничтожено. Уничтожить: та же команда с --yes.",),
            )
    with changing(own):
        now = open_session(ctx, *ALL_FILES)
        found, plan, said = _planned(now, found.id)
        act = _carry_out(now, found, plan, reason)
    return Result(
        view=lambda _width: forget_view(
            found.id, [edit.said for edit in plan.edits], plan.files, _places(now, plan), act=act
        ),
        data=lambda: {**_data(found, plan, done=True), "act": act},
        notices=(*now.notices, *_left(now, found)),
    )


def _finish(session: Session, word: str) -> None:
    """Destroy the key, had the command been broken off before it came to that."""
    known = session.data.people.find(word)
    if known is not None and known.forgotten_on is not None and known.surname == FORGOTTEN:
        destroy_key(session.workspace.root, known.id)


def _planned(session: Session, word: str) -> tuple[Person, Forgetting, RenderableType]:
    directory = Directory(session.data)
    people = Dataset.people
    found = find_item(directory, people, word, whole=True)
    assert isinstance(found, Person)
    if found.forgotten_on is not None:
        raise RequestInvalidError(f"данные «{found.id}» уже уничтожены")
    plan = forget_person(session.data, found, session.today)
    links = [(link.source.file, link.at) for link in referring(directory, people, found.id)]
    kept = [str(place) for place in session.workspace.spots(links)]
    said = forget_view(
        found.id, [edit.said for edit in plan.edits], plan.files, _places(session, plan), kept=kept
    )
    return found, plan, said


def _carry_out(session: Session, person: Person, plan: Forgetting, reason: str | None) -> str:
    """Write the act, clear the records, remove the papers and the key; the act's file."""
    root = session.workspace.root
    day = session.today.isoformat()
    reason = reason or reason_of(session.data, person, session.today)
    made = make_all(session, [Job(BY_CODE[_ACT], person.id)], Wish(day=day, reason=reason))
    writes, changes, saved = writes_of(session, Wish(), made)
    edits = [change for edit in plan.edits for change in edit.changes]
    updates = prepare(session.workspace, [*edits, *changes])
    for file in plan.files:
        remove_file(root / file)
    write_together(root, [*writes, *(update.write(session.workspace) for update in updates)])
    destroy_key(root, person.id)
    return str(saved[0].path)


def _places(session: Session, plan: Forgetting) -> list[str]:
    return [str(place) for place in session.workspace.spots(plan.mentions)]


def _left(session: Session, person: Person) -> tuple[str, ...]:
    """Where the person can still be found: other papers, and what git holds in the open."""
    from roadmap_cli.documents.docx.text import docx_text

    root = session.workspace.root
    words = needles(person)
    said = []
    for document in session.data.register.documents:
        raw = bytes_of(root / document.file) if document.file else None
        text = docx_text(raw) if raw is not None else None
        if text and document.subject != person.id and any(word in text for word in words):
            said.append(f"Назван(а) ещё в документе: {document.file}")
    git = Git(root)
    if git.output("log", "--all", "-n", "1", "--format=%H", "--", "documents"):
        said.append("В истории git есть документы Word, в них имена: руководство, «Хранилище».")
    found = git.objects_with(word.encode() for word in words)
    if found:
        said.append(
            f"В истории git эти данные ещё открыты (объектов: {len(found)}). Как убрать их совсем:"
            " руководство, «Хранилище»."
        )
    return tuple(said)


def _data(person: Person, plan: Forgetting, *, done: bool) -> dict[str, object]:
    return {
        "person": person.id,
        "done": done,
        "edits": [{"id": edit.item_id, "action": edit.said} for edit in plan.edits],
        "files": list(plan.files),
        "mentions": [{"file": file, "at": list(at)} for file, at in plan.mentions],
    }
