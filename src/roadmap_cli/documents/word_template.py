"""A school's own Word form with Jinja tags, filled through docxtpl with the common context.

docxtpl by itself loses text with `&` and `<`, prints nothing for an unknown name and runs any
code; here it gets a sandbox, escaping and strict names.
"""

import io
from collections.abc import Mapping
from typing import Any

from docx import Document
from docxtpl.template import DocxTemplate
from jinja2 import TemplateSyntaxError, meta
from jinja2.exceptions import TemplateError, UndefinedError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from roadmap_cli.documents.blanks import Blank, printed_date, printed_short_date
from roadmap_cli.documents.docx_archive import packed
from roadmap_cli.documents.escape import one_line, up_first
from roadmap_cli.documents.fill import StrictName, UnknownVariableError, in_russian, names_of
from roadmap_cli.documents.parts import BY_NAME
from roadmap_cli.documents.time_limit import TooLongError, time_limit
from roadmap_cli.errors import TemplateInvalidError
from roadmap_cli.problems import Place, Problem
from roadmap_cli.text.numbers import number_in_words
from roadmap_cli.text.plurals import counted
from roadmap_cli.text.suggest import did_you_mean

_LONGEST_SECONDS = 20.0


class WordForm:
    """A `.docx` with tags; `shown` is its path for messages."""

    def __init__(self, raw: bytes, shown: str) -> None:
        self._raw = raw
        self._shown = shown
        self._missing: dict[str, None] = {}

    def names(self) -> frozenset[str]:
        """The variables that the form asks for. Raises TemplateInvalidError."""
        template = self._template()
        try:
            tree = self._environment().parse(template.patch_xml(template.get_xml()))
        except TemplateSyntaxError as error:
            raise self._syntax(error) from error
        return frozenset(meta.find_undeclared_variables(tree))

    def fill(
        self, context: Mapping[str, Any], title: str, author: str
    ) -> tuple[bytes, tuple[str, ...]]:
        """The filled document and what was missing for it.

        Raises TemplateInvalidError with the paragraph and the tag.
        """
        self._missing.clear()
        template = self._template()
        try:
            with time_limit(_LONGEST_SECONDS):
                template.render(dict(context), jinja_env=self._environment())
        except TemplateSyntaxError as error:
            raise self._syntax(error) from error
        except UnknownVariableError as error:
            known = names_of(error.owner) or tuple(BY_NAME)
            hint = did_you_mean(error.name, known) or f"Известны: {', '.join(sorted(known))}."
            raise self._invalid(f"неизвестное имя «{error.name}»", error.name, hint) from error
        except TooLongError as error:
            raise self._invalid(
                "форма заполняется слишком долго: бесконечный цикл?", "{%"
            ) from error
        except (TemplateError, UndefinedError, TypeError, ValueError, ArithmeticError) as error:
            raise self._invalid(f"форму нельзя заполнить: {error}", "{") from error
        return packed(template.docx, title, author), tuple(self._missing)

    def _template(self) -> Any:
        try:
            template = DocxTemplate(io.BytesIO(self._raw))
            template.init_docx()
        except Exception as error:  # docxtpl lets through whatever a broken archive raises
            problem = Problem("template", "это не файл Word", Place(self._shown))
            raise TemplateInvalidError(
                "документ не сделан: ошибка в шаблоне", (problem,)
            ) from error
        return template

    def _environment(self) -> ImmutableSandboxedEnvironment:
        environment = ImmutableSandboxedEnvironment(
            undefined=StrictName, autoescape=True, finalize=self._printed
        )
        environment.filters.update(
            date=lambda value: self._plain(printed_date, value),
            short_date=lambda value: self._plain(printed_short_date, value),
            counted=counted,
            words=number_in_words,
            upfirst=up_first,
        )
        return environment

    def _plain(self, render: Any, value: Any) -> str:
        if isinstance(value, Blank):
            self._missing.setdefault(value.label)
        return str(render(value)).replace("\\_", "_") if value or isinstance(value, Blank) else ""

    def _printed(self, value: Any) -> Any:
        if isinstance(value, Blank):
            self._missing.setdefault(value.label)
        return "" if value is None else one_line(value) if type(value) is str else value

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
        return TemplateInvalidError("документ не сделан: ошибка в шаблоне", (problem,))

    def _paragraphs(self) -> list[str]:
        body = Document(io.BytesIO(self._raw)).element.body
        tag = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
        return ["".join(t.text or "" for t in p.iter(f"{tag}t")) for p in body.iter(f"{tag}p")]
