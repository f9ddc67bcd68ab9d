"""The pages of the site in Chromium: width, links, console, rules of accessibility, keyboard."""

import functools
import threading
import urllib.request
from collections.abc import Iterator
from datetime import date
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest

from roadmap_cli.usecases.session import Run as SiteRun
from roadmap_cli.usecases.site.export import export_site
from tests.conftest import Run
from tests.publishing import RESULTS, make_ready
from tests.site_pages.chromium import AXE, Chromium, axe_source, browser, need, why_not

PAGES = (
    "index.html",
    "dokumenty.html",
    "dorozhnaia-karta.html",
    "rezultaty.html",
    "embed.html",
)
OWN = PAGES[:-1]
TAB = "\ue004"
ENTER = "\ue007"
OVERFLOW = "return document.documentElement.scrollWidth - document.documentElement.clientWidth"


class _Server(ThreadingHTTPServer):
    """Serves a folder and remembers what was asked for."""

    daemon_threads = True

    def __init__(self, folder: Path) -> None:
        handler = functools.partial(_Handler, directory=str(folder))
        super().__init__(("127.0.0.1", 0), handler)
        self.asked: list[str] = []

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/"


class _Handler(SimpleHTTPRequestHandler):
    """Says nothing to the terminal."""

    def log_message(self, *_: Any) -> None:
        assert isinstance(self.server, _Server)
        self.server.asked.append(self.path)


@pytest.fixture(scope="module")
def window(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chromium]:
    """One browser for all tests; every test gives the page its own size and preferences."""
    need(why_not())
    with browser(tmp_path_factory.mktemp("chromium")) as opened:
        yield opened


@pytest.fixture
def server(run: Run, school: Path) -> Iterator[_Server]:
    """The site of the sample school with results and a fragment, served from this machine."""
    make_ready(run, school)
    folder = school / "сайт"
    export_site(SiteRun(school, date(2025, 12, 1)), folder, embed=True, results=RESULTS)
    with _Server(folder) as serving:
        threading.Thread(target=serving.serve_forever, daemon=True).start()
        yield serving
        serving.shutdown()


def _fresh(window: Chromium, width: int = 1280) -> None:
    window.media()
    window.size(width)
    window.console()


def test_no_page_scrolls_sideways(window: Chromium, server: _Server) -> None:
    for width in (320, 375, 768, 1280):
        _fresh(window, width)
        for page in PAGES:
            window.open(server.address + page)
            assert window.run(OVERFLOW) <= 0, (page, width)


def test_text_of_twice_the_size_keeps_everything(window: Chromium, server: _Server) -> None:
    """What the footer promises: 200 % by the browser's own size of text."""
    for width in (375, 1280):
        _fresh(window, width)
        for page in OWN:
            window.open(server.address + page)
            before = window.run("return document.body.innerText")
            size = "return parseFloat(getComputedStyle(document.body).fontSize)"
            small = window.run(size)
            window.run("document.styleSheets[0].insertRule('html { font-size: 200% }')")
            assert window.run(size) == pytest.approx(2 * small)
            assert window.run(OVERFLOW) <= 0, (page, width)
            assert window.run(_CUT_OFF) == [], (page, width)
            assert _words(window.run("return document.body.innerText")) == _words(before)


# Words whose box is smaller than what is in it, and that hide the rest.
_CUT_OFF = """
return [...document.querySelectorAll('main *, footer *, header *')].filter(one =>
  getComputedStyle(one).overflow !== 'visible' && one.tagName !== 'svg'
  && !one.closest('svg') && one.tagName !== 'THEAD' && one.scrollWidth > one.clientWidth + 1
).map(one => one.outerHTML.slice(0, 80))
"""


def _words(text: str) -> list[str]:
    """The words in any order: on a narrow page the heads of tables stand at each cell."""
    heads = {"№", "Содержание", "Срок", "Ответственный", "Состояние", "Форма", "Показатель"}
    return sorted({word.strip(":") for word in text.split()} - heads)


def test_every_link_leads_somewhere(window: Chromium, server: _Server) -> None:
    _fresh(window)
    followed = set()
    for page in PAGES:
        window.open(server.address + page)
        links = window.run("return [...document.links].map(one => one.getAttribute('href'))")
        own = [link for link in links if not link.startswith("http")]
        assert all(link.startswith("https://") for link in links if link not in own)
        assert page == "embed.html" or own
        for link in own:
            if link.startswith("#"):
                assert window.run("return !!document.querySelector(arguments[0])", link)
                continue
            assert _status(urljoin(server.address, link)) == 200, (page, link)
            followed.add(link)
    assert {*OWN} <= followed
    assert any(link.startswith("documents/") for link in followed)


def _status(address: str) -> int:
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(address, timeout=10) as answer:
        return int(answer.status)


def test_the_console_is_empty_and_nothing_is_asked_for_elsewhere(
    window: Chromium, server: _Server
) -> None:
    _fresh(window)
    for page in PAGES:
        window.open(server.address + page)
        assert [line for line in window.console() if "favicon" not in line] == [], page
        loaded = window.run("return performance.getEntriesByType('resource').map(one => one.name)")
        assert {name.rpartition("/")[2] for name in loaded} <= {"style.css", "favicon.ico"}, page
        assert all(name.startswith(server.address) for name in loaded)
    assert {name for name in server.asked if "favicon" not in name} <= {
        f"/{name}" for name in (*PAGES, "style.css")
    }


@pytest.mark.usefixtures("server")
def test_from_the_disk_it_looks_the_same(window: Chromium, school: Path) -> None:
    """The next step says to open the page in a browser: its style must be there."""
    _fresh(window)
    window.open((school / "сайт" / "index.html").as_uri())
    assert window.run("return document.styleSheets.length") == 1
    assert window.run("return getComputedStyle(document.querySelector('.skip')).position") == (
        "absolute"
    )
    assert window.console() == []


def test_what_is_not_ours_may_not_run(window: Chromium, server: _Server) -> None:
    """The policy holds: a script and a style that got in would do nothing."""
    _fresh(window)
    window.open(server.address + "index.html")
    window.run(
        "const s = document.createElement('script'); s.textContent = 'document.title = 1';"
        "document.head.append(s);"
        "const t = document.createElement('style'); t.textContent = 'body { display: none }';"
        "document.head.append(t);"
    )
    assert window.run("return document.title") != "1"
    assert window.run("return getComputedStyle(document.body).display") == "block"
    assert any("Content Security Policy" in line for line in window.console())


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [375, 1280])
def test_axe_finds_nothing(window: Chromium, server: _Server, width: int, scheme: str) -> None:
    source = axe_source()
    need(None if source else f"{AXE} names no folder with axe.min.js")
    _fresh(window, width)
    window.media(prefers_color_scheme=scheme)
    for page in OWN:
        window.open(server.address + page)
        window.run("document.querySelectorAll('details').forEach(one => { one.open = true })")
        window.run(f"{source};")
        found = window.later(
            "const done = arguments[0];"
            "axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa',"
            " 'best-practice']}).then(found => done({"
            " wrong: found.violations.map(one => [one.id, one.nodes.map(n => n.html)]),"
            " passed: found.passes.map(one => one.id)}))"
        )
        assert found["wrong"] == [], page
        assert "color-contrast" in found["passed"]


def test_axe_would_find_a_fault(window: Chromium, server: _Server) -> None:
    source = axe_source()
    need(None if source else f"{AXE} names no folder with axe.min.js")
    _fresh(window)
    window.open(server.address + "index.html")
    window.run("document.documentElement.removeAttribute('lang')")
    window.run(f"{source};")
    found = window.later(
        "const done = arguments[0];"
        "axe.run().then(found => done(found.violations.map(one => one.id)))"
    )
    assert "html-has-lang" in found


def test_the_keyboard_reaches_everything_and_shows_where_it_is(
    window: Chromium, server: _Server
) -> None:
    _fresh(window)
    for page in OWN:
        window.open(server.address + page)
        wanted = window.run("return document.querySelectorAll('a, summary').length")
        seen = []
        for _ in range(wanted):
            window.press(TAB)
            seen.append(window.run(_FOCUSED))
        assert len({one[0] for one in seen}) == wanted, page
        assert all(one[1] for one in seen), page
        assert seen[0][2] == "К содержанию"


_FOCUSED = """
const one = document.activeElement, style = getComputedStyle(one);
const all = [...document.querySelectorAll('a, summary')];
const shown = style.outlineStyle !== 'none' || one.className === 'skip';
const box = one.getBoundingClientRect();
return [all.indexOf(one), shown && box.top > -1 && box.height > 0, one.textContent];
"""


def test_the_first_key_leads_past_the_menu(window: Chromium, server: _Server) -> None:
    _fresh(window)
    window.open(server.address + "dokumenty.html")
    window.press(TAB)
    window.press(ENTER)
    assert window.run("return document.activeElement.id") == "main"
    window.press(TAB)
    assert window.run("return document.activeElement.closest('main') !== null")


@pytest.mark.parametrize("page", OWN)
def test_landmarks_headings_and_tables(window: Chromium, server: _Server, page: str) -> None:
    _fresh(window)
    window.open(server.address + page)
    assert window.run("return document.documentElement.lang") == "ru"
    count = "return document.querySelectorAll(arguments[0]).length"
    for landmark in ("header", "nav", "main", "footer", "h1"):
        assert window.run(count, landmark) == 1, landmark
    levels = window.run(
        "return [...document.querySelectorAll('h1, h2, h3, h4')].map(one => +one.tagName[1])"
    )
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert window.run(count, "table") == window.run(count, "table > caption")
    assert window.run(count, "th:not([scope])") == 0
    assert window.run(count, "svg") == window.run(count, "svg[role=img][aria-labelledby]")
    assert window.run(count, "[style], [onclick], script, iframe, img, form") == 0


def test_preferences_of_the_reader_are_followed(window: Chromium, server: _Server) -> None:
    ground = "return getComputedStyle(document.body).backgroundColor"
    _fresh(window)
    window.open(server.address + "index.html")
    light = window.run(ground)
    window.media(prefers_color_scheme="dark")
    assert window.run(ground) != light
    scroll = "return getComputedStyle(document.documentElement).scrollBehavior"
    assert window.run(scroll) == "smooth"
    window.media(prefers_reduced_motion="reduce")
    assert window.run(scroll) == "auto"
    quiet = "return getComputedStyle(document.querySelector('.sight')).color"
    window.media()
    usual = window.run(quiet)
    window.media(prefers_contrast="more")
    assert window.run(quiet) != usual


def test_on_paper_there_is_no_menu_and_no_dark(window: Chromium, server: _Server) -> None:
    _fresh(window)
    window.open(server.address + "dorozhnaia-karta.html")
    window.media(media="print", prefers_color_scheme="dark")
    assert window.run("return getComputedStyle(document.querySelector('nav')).display") == "none"
    assert window.run("return getComputedStyle(document.body).backgroundColor") == (
        "rgb(255, 255, 255)"
    )
    assert window.command("Page.printToPDF", {"printBackground": False})["data"]


def test_bars_are_told_apart_without_colour(window: Chromium, server: _Server) -> None:
    _fresh(window)
    window.open(server.address + "rezultaty.html")
    fills = window.run(
        "return [...document.querySelectorAll('.frame')].map(f => f.getAttribute('fill'))"
    )
    assert len(set(fills)) == 3
    shapes = window.run(
        "return [...document.querySelectorAll('pattern')].map(one => one.innerHTML)"
    )
    assert len(set(shapes)) == 3


def test_pictures_are_looked_at(window: Chromium, server: _Server, tmp_path: Path) -> None:
    """No page is blank; the pictures lie in the folder of the test for whoever wants to see."""
    for width in (375, 1280):
        _fresh(window, width)
        for page in OWN:
            window.open(server.address + page)
            path = tmp_path / f"{page}-{width}.png"
            path.write_bytes(window.picture())
            assert path.stat().st_size > 10_000, page
