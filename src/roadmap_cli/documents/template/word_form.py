"""A school's own Word form with Jinja tags, filled through docxtpl with the common context.

On its own docxtpl loses text with `&` and `<`, prints nothing for an unknown name and runs any
code; here it gets a sandbox, escaping and strict names.
"""

import io
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from docxtpl.template import DocxTemplate
from jinja2 import TemplateSyntaxError, pass_context

from roadmap_cli.documents.docx.archive import open_docx, pack_docx
from roadmap_cli.documents.template.blanks import Blank
from roadmap_cli.documents.template.escape import Ready
from roadmap_cli.documents.template.fill import (
    REFUSED,
    has_words,
    names_of,
    no_words,
    template_line,
)
from roadmap_cli.documents.template.messages import syntax_in_russian
from roadmap_cli.documents.template.notes import Notes
from roadmap_cli.documents.template.sandbox import (
    FAULTS,
    Sandbox,
    UnknownVariableError,
    told,
)
from roadmap_cli.documents.template.tags import fault_line
from roadmap_cli.documents.template.word_tags import (
    ROW_LOOP,
    as_jinja,
    paragraphs,
    remarks,
    text_of,
    uneven,
)
from roadmap_cli.domain.papers.figures import Figure, cleaned, described
from roadmap_cli.errors import TemplateInvalidError
from roadmap_cli.problems import Place, Problem, Severity
from roadmap_cli.text.characters import one_line
from roadmap_cli.text.suggest import did_you_mean


class WordForm:
    """A `.docx` with tags; `shown` is its path for messages, `known` the names of a context."""

    def __init__(self, raw: bytes, shown: str, known: Iterable[str]) -> None:
        self._raw = raw
        self._shown = shown
        self._known = tuple(known)
        self._notes = Notes()

    def names(self) -> frozenset[str]:
        """The variables that the form asks for. Raises TemplateInvalidError."""
        environment = self._environment()
        template = self._template()
        self._refuse_loops(template)
        try:
            found = template.get_undeclared_template_variables(environment)
        except TemplateSyntaxError as error:
            raise self._syntax(error) from error
        return frozenset(found) - set(environment.globals)

    def gaps(self) -> tuple[Problem, ...]:
        """Remarks on tags that leave an empty row or an empty paragraph in the document."""
        return tuple(
            Problem(
                "template", each.message, Place(self._shown, each.paragraph), each.hint,
                Severity.WARNING,
            )
            for each in remarks(paragraphs(self._template()))
            if not each.is_error
        )  # fmt: skip

    def fill(
        self, context: Mapping[str, Any], title: str, author: str, day: date | None = None
    ) -> tuple[bytes, Notes]:
        """The filled document, with what was missing for it and which forms are doubtful.

        `day` is the date that the document bears.

        Raises TemplateInvalidError with the paragraph and the tag.
        """
        self._notes.clear()
        template = self._template()
        try:
            template.render(dict(context), jinja_env=self._environment())
        except TemplateSyntaxError as error:
            raise self._syntax(error) from error
        except UnknownVariableError as error:
            known = names_of(error.owner) or self._known
            hint = did_you_mean(error.name, known) or f"Известны: {', '.join(sorted(known))}."
            raise self._at_runtime(context, f"неизвестное имя «{error.name}»", hint) from error
        except FAULTS as error:
            said, advice = told(error)
            raise self._at_runtime(context, said, advice) from error
        self._refuse_uneven(template)
        if not has_words(text_of(template.docx.element.body)):
            raise TemplateInvalidError(REFUSED, (no_words(self._shown, 0),))
        return pack_docx(template.docx, title, author, day), self._notes

    def _template(self) -> Any:
        if open_docx(self._raw) is None:
            problem = Problem("template", "это не файл Word", Place(self._shown, 0))
            raise TemplateInvalidError(REFUSED, (problem,))
        template = DocxTemplate(io.BytesIO(self._raw))
        template.init_docx()
        return template

    def _environment(self) -> Sandbox:
        return Sandbox(self._notes, autoescape=True, finalize=self._finalize)

    @property
    def _finalize(self) -> Any:
        # Without a context Jinja would print a constant, such as `none`, before it asks.
        return pass_context(lambda _context, value: self._printed(value))

    def _printed(self, value: Any) -> Any:
        if value is None:
            value = Blank("значение none в форме")
        self._notes.see_printed(value, str(value))
        if isinstance(value, Ready):
            return value.replace("\\_", "_")
        if isinstance(value, Figure):
            return described(cleaned(value))  # a form of the school's own has no place to draw it
        return one_line(value) if isinstance(value, str) else value

    def _refuse_loops(self, template: Any) -> None:
        """Raises TemplateInvalidError where a loop would wreck a table or lose text."""
        found = [
            Problem("template", each.message, Place(self._shown, each.paragraph), each.hint)
            for each in remarks(paragraphs(template))
            if each.is_error
        ]
        if found:
            raise TemplateInvalidError(REFUSED, tuple(found))

    def _refuse_uneven(self, template: Any) -> None:
        """Raises TemplateInvalidError where rows of equal width have become unequal."""
        tables = uneven(template.docx.element.body)
        if tables and not uneven(self._template().docx.element.body):
            said = f"в таблице {tables[0]} строки получились разной ширины"
            problem = Problem("template", said, Place(self._shown, 0), ROW_LOOP)
            raise TemplateInvalidError(REFUSED, (problem,))

    def _syntax(self, error: TemplateSyntaxError) -> TemplateInvalidError:
        """docxtpl knows the line of the XML only; as plain text a line is a paragraph."""
        environment = self._environment()
        text = as_jinja(paragraphs(self._template()))
        number, said = 0, str(error.message)
        try:
            environment.from_string(text)
        except TemplateSyntaxError as own:
            number, said = fault_line(environment, text, own), str(own.message)
        return self._at(number, f"ошибка в записи тега: {syntax_in_russian(said)}")

    def _at_runtime(
        self, context: Mapping[str, Any], message: str, hint: str | None
    ) -> TemplateInvalidError:
        """The fault at the paragraph where it happens when the tags are filled as plain text."""
        number = 0
        try:
            text = as_jinja(paragraphs(self._template()))
            self._environment().from_string(text).render(dict(context))
        except (*FAULTS, TemplateSyntaxError) as own:
            number = template_line(own) or 0
        return self._at(number, message, hint)

    def _at(self, number: int, message: str, hint: str | None = None) -> TemplateInvalidError:
        texts = [text_of(each) for each in paragraphs(self._template())]
        text = texts[number - 1] if 0 < number <= len(texts) else ""
        tag = text[text.find("{") :][:60] if "{" in text else ""
        said = message + (f" в «{tag}»" if tag else "")
        problem = Problem("template", said, Place(self._shown, number), hint)
        return TemplateInvalidError(REFUSED, (problem,))
