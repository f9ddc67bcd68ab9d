"""Two hundred individual plans: our text template against docxtpl with an equal Word template.

Both fill the same context and give the same words; only the making of the files is measured,
in one process, in turn. Ends with 1 when ours is not the faster one.
"""

import io
import statistics
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from docx import Document
from docxtpl.template import DocxTemplate

from roadmap_cli.documents.context.parts import build_parts
from roadmap_cli.documents.context.request import Request
from roadmap_cli.documents.docx.text import docx_text
from roadmap_cli.documents.make import make_document
from roadmap_cli.domain.papers.catalog import BY_CODE
from roadmap_cli.storage.workspace import load_workspace
from roadmap_cli.usecases.templates import templates_of

SCHOOL = Path(__file__).resolve().parent.parent / "tests" / "data" / "school"
PLANS = 200
ROUNDS = 3


def word_form() -> bytes:
    """A Word template with the words and the tables of `form/plan.md`."""
    document = Document()
    document.add_paragraph("ПЛАН ИНДИВИДУАЛЬНОГО РАЗВИТИЯ")
    document.add_paragraph(
        "наставляемого под руководством наставника на {{ roadmap.school_year }} учебный год"
    )
    facts: list[tuple[str, ...]] = [
        ("Сведения", ""),
        ("Наставник", "{{ pair.mentor.name }}, {{ pair.mentor.position }}"),
        ("Наставляемый", "{% for m in pair.mentees %}{{ m.name }}, {{ m.position }} {% endfor %}"),
        ("Форма, ролевая модель", "{{ pair.form }}, {{ pair.variant }}"),
        ("Срок реализации", "{{ pair.start }} – {{ pair.end }}"),
        ("Запрос, затруднения", "{{ pair.plan.request }}"),
        ("Цель", "{{ pair.plan.goal }}"),
    ]
    _table(document, facts)
    document.add_paragraph("Задачи:")
    document.add_paragraph("{%p for goal in pair.plan.goals %}")
    document.add_paragraph("{{ loop.index }}. {{ goal }}")
    document.add_paragraph("{%p endfor %}")
    step = ("loop.index", "s.task", "s.deadline", "s.expected", "s.result", "s.mark")
    steps: list[tuple[str, ...]] = [
        ("№", "Проект, задание", "Срок", "Планируемый", "Фактический", "Оценка"),
        ("{%tr for s in pair.plan.steps %}",) * 6,
        tuple(f"{{{{ {name} }}}}" for name in step),
        ("{%tr endfor %}",) * 6,
    ]
    _table(document, steps)
    document.add_paragraph("Наставник    {{ pair.mentor.signature }}")
    document.add_paragraph("{%p for m in pair.mentees %}")
    document.add_paragraph("Наставляемый    {{ m.signature }}")
    document.add_paragraph("{%p endfor %}")
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _table(document: Any, rows: list[tuple[str, ...]]) -> None:
    table = document.add_table(rows=0, cols=len(rows[0]))
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text


def seconds(make: Callable[[], object]) -> float:
    """How long it takes to make all the plans."""
    start = time.perf_counter()
    for _ in range(PLANS):
        make()
    return time.perf_counter() - start


def main() -> int:
    """Measure and print."""
    data = load_workspace(SCHOOL).data()
    request = Request(date(2025, 12, 1), subject="shvets-1")
    kind = BY_CODE["form.plan"]
    templates = templates_of(SCHOOL)
    form = word_form()

    def ours() -> bytes:
        return make_document(kind, data, request, templates, "x").content

    def theirs() -> bytes:
        template = DocxTemplate(io.BytesIO(form))
        template.render(build_parts(("roadmap", "pair"), data, request), autoescape=True)
        stream = io.BytesIO()
        template.save(stream)
        return stream.getvalue()

    for make in (ours, theirs):
        text = docx_text(make()) or ""
        for word in ("Швец Илья Ильич", "Освоить приёмы", "Открытое занятие", "С.К. Белов"):
            assert word in text, word
    pairs = [(seconds(ours), seconds(theirs)) for _ in range(ROUNDS)]
    own, other = (statistics.median(column) for column in zip(*pairs, strict=True))
    print(f"{PLANS} plans, text template {own:6.2f} s")
    print(f"{PLANS} plans, docxtpl       {other:6.2f} s")
    print(f"ratio                     {own / other:6.2f}")
    return 0 if own < other else 1


if __name__ == "__main__":
    sys.exit(main())
