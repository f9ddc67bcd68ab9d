"""A school's own Word form with Jinja tags, filled through docxtpl with the common context.

On its own docxtpl loses text with `&` and `<`, prints nothing for an unknown name and runs any
code; here it gets a sandbox, escaping and strict names.
"""

import io
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docxtpl.template import DocxTemplate
from jinja2 import TemplateSyntaxError, pass_context

from roadmap_cli.documents.docx.archive import open_docx, pack_docx
from roadmap_cli.documents.template.blanks import Blank
from roadmap_cli.documents.template.escape import Ready
from roadmap_cli.documents.template.fill import in_russian, names_of
from roadmap_cli.documents.template.notes import Doubtful, Notes
from roadmap_cli.documents.template.sandbox import (
    FAULTS,
    Sandbox,
    UnknownVariableError,
    told,
)
from roadmap_cli.domain.papers.figures import Figure, cleaned, described
from roadmap_cli.errors import TemplateInvalidError
from roadmap_cli.problems import Place, Problem
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
        try:
            found = self._template().get_undeclared_template_variables(environment)
        except TemplateSyntaxError as error:
            raise self._syntax(error) from error
        return frozenset(found) - set(environment.globals)

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
            raise self._invalid(f"неизвестное имя «{error.name}»", error.name, hint) from error
        except FAULTS as error:
            said, advice = told(error)
            raise self._invalid(said, "{", advice) from error
        return pack_docx(template.docx, title, author, day), self._notes

    def _template(self) -> Any:
        if open_docx(self._raw) is None:
            problem = Problem("template", "это не файл Word", Place(self._shown))
            raise TemplateInvalidError("документ не создан: ошибка в шаблоне", (problem,))
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
        self._notes.see(value)
        if isinstance(value, Ready):
            return value.replace("\\_", "_")
        if isinstance(value, Figure):
            return described(cleaned(value))  # a form of the school's own has no place to draw it
        return one_line(value) if type(value) in (str, Doubtful) else value

    def _syntax(self, error: TemplateSyntaxError) -> TemplateInvalidError:
        """docxtpl knows the line of the XML only; the paragraph is the one that fails alone."""
        environment = self._environment()
        for number, text in enumerate(self._paragraphs(), 1):
            try:
                environment.parse(text)
            except TemplateSyntaxError as own:
                said = str(own.message)
                # «endif» and «else» stand in a paragraph of their own and are no fault there.
                if (
                    "Unexpected end of template" not in said
                    and "Encountered unknown tag" not in said
                ):
                    return self._at(number, f"ошибка в записи тега: {in_russian(own)}", text)
        return self._at(1, f"ошибка в записи тегов: {in_russian(error)}", "")

    def _invalid(self, message: str, word: str, hint: str | None = None) -> TemplateInvalidError:
        for number, text in enumerate(self._paragraphs(), 1):
            if word in text and "{" in text:
                return self._at(number, message, text, hint)
        return self._at(1, message, "", hint)

    def _at(
        self, number: int, message: str, text: str, hint: str | None = None
    ) -> TemplateInvalidError:
        tag = text[text.find("{") :][:60] if "{" in text else ""
        said = f"абзац {number}: {message}" + (f" в «{tag}»" if tag else "")
        problem = Problem("template", said, Place(self._shown, number), hint)
        return TemplateInvalidError("документ не создан: ошибка в шаблоне", (problem,))

    def _paragraphs(self) -> list[str]:
        """The texts of the body's paragraphs, then of those in headers and footers."""
        template = self._template()
        uris = (template.HEADER_URI, template.FOOTER_URI)
        edges = [
            parse_xml(part.blob) for uri in uris for _, part in template.get_headers_footers(uri)
        ]
        return [
            "".join(text.text or "" for text in paragraph.iter(qn("w:t")))
            for root in (template.docx.element.body, *edges)
            for paragraph in root.iter(qn("w:p"))
        ]
