"""The public page as files: HTML by Jinja with every value escaped, one style sheet."""

import re
from collections.abc import Callable
from typing import NamedTuple

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from roadmap_cli.domain.papers.figures import Figure
from roadmap_cli.domain.publication.page import PublicPage
from roadmap_cli.exporters.svg.charts import chart, known, spoken
from roadmap_cli.exporters.svg.gantt import gantt, row_days
from roadmap_cli.text.dates import in_words, numeric
from roadmap_cli.text.plurals import counted
from roadmap_cli.text.transliteration import latin

# Where the templates and the style sheets lie among the built-in templates.
FOLDER = "site"
STYLE = "style.css"
EMBED = "embed.html"
# A drawing is as wide as the narrowest telephone shows it, so that its words keep their size.
_WIDTH = 340
_BLANK_LINES = re.compile(r"\n\s*\n+")

# The text of a template or of a style sheet by its name.
Source = Callable[[str], str]


class SitePage(NamedTuple):
    """A page of the site: its title, its template, and whether there is anything to say."""

    title: str
    template: str
    is_first: bool = False
    has_contents: Callable[[PublicPage], bool] = lambda page: True  # noqa: ARG005 -- always

    @property
    def file(self) -> str:
        """The name of its file."""
        return "index.html" if self.is_first else f"{latin(self.title)}.html"


PAGES: tuple[SitePage, ...] = (
    SitePage("Наставничество", "programme", is_first=True),
    SitePage("Документы", "documents"),
    SitePage("Дорожная карта", "roadmap"),
    SitePage("Результаты", "results", has_contents=lambda page: not page.results.is_empty),
)


def site(page: PublicPage, source: Source) -> dict[str, bytes]:
    """The files of the site by their names: the pages and the style sheet."""
    shown = [one for one in PAGES if one.has_contents(page)]
    made = _environment(source)
    files = {
        one.file: made.get_template("page").render(
            page=page, pages=shown, this=one, ns="", level=2, **_words()
        )
        for one in shown
    }
    files[STYLE] = source("content.css") + "\n" + source("page.css")
    return {name: _tidy(text) for name, text in files.items()}


def embedded(page: PublicPage, source: Source) -> bytes:
    """All of it as one fragment for a page of another system, with its styles.

    Files do not come along with a fragment, so no document is linked.
    """
    shown = [one for one in PAGES if one.has_contents(page)]
    alone = page._replace(documents=tuple(one._replace(file=None) for one in page.documents))
    text = (
        _environment(source)
        .get_template("embed")
        .render(
            page=alone,
            pages=shown,
            ns="nastavnichestvo-",
            level=3,
            style=Markup(source("content.css")),  # our own file, no data
            **_words(),
        )
    )
    return _tidy(text)


def _environment(source: Source) -> Environment:
    made = Environment(
        loader=FunctionLoader(lambda name: source(f"{name}.html.j2")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(numeric=numeric, in_words=in_words, counted=counted)
    return made


def _words() -> dict[str, object]:
    """What the templates call besides the page itself."""
    return {
        "chart": _chart,
        "values": _values,
        "gantt": lambda page, name: Markup(gantt(page.schedule, name, _WIDTH).inline()),
        "row_days": row_days,
    }


def _chart(figure: Figure, name: str) -> Markup:
    # The words in a drawing are escaped where it is put together.
    return Markup(chart(figure, name, _WIDTH).inline())


def _values(figure: Figure) -> list[tuple[str, list[str]]]:
    """The rows of the table beside a chart."""
    return [
        (category, [spoken(known(series, at), figure.unit) for series in figure.series])
        for at, category in enumerate(figure.categories)
    ]


def _tidy(text: str) -> bytes:
    """Without the empty lines that templates leave, ending in one."""
    return (_BLANK_LINES.sub("\n", text).strip() + "\n").encode()
