"""What the program rests on: bounds, the locked versions, the licences."""

import re
import tomllib
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.conftest import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
RUNTIME = [Requirement(line) for line in PROJECT["dependencies"]]
LARGE, PRINT = (
    [Requirement(line) for line in PROJECT["optional-dependencies"][extra]]
    for extra in ("large", "print")
)
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
NOTICE = (ROOT / "NOTICE").read_text(encoding="utf-8")
_PIN = re.compile(r"(\S+)==(\S+)( ; [^\\\n]+)?(?P<hashes>( \\\n    --hash=sha256:[0-9a-f]{64})+)")
_PERMISSIVE = re.compile(r"\b(MIT|BSD|Apache|ISC|PSF|Python Software Foundation|Unlicense)\b")
_COPYLEFT = re.compile(
    r"\b([AL]?GPL|(Lesser|Library|Affero|GNU) General Public|MPL|EPL|Share[- ]?Alike|CC[ -]BY-SA)\b"
)
# The licence of Python, which they come under, compares itself with the GPL.
_COMPARED_ONLY = frozenset(("et-xmlfile", "typing-extensions"))


def _pins() -> dict[str, str]:
    return {found[1]: found[2] for found in _PIN.finditer(LOCK)}


@pytest.mark.parametrize("wanted", [*RUNTIME, *LARGE, *PRINT], ids=lambda wanted: wanted.name)
def test_a_dependency_has_a_lowest_version_and_one_that_is_too_new(wanted: Requirement) -> None:
    assert sorted(bound.operator for bound in wanted.specifier) == ["<", ">="]


@pytest.mark.parametrize("wanted", RUNTIME, ids=lambda wanted: wanted.name)
def test_a_dependency_is_locked_within_its_bounds(wanted: Requirement) -> None:
    assert wanted.specifier.contains(_pins()[canonicalize_name(wanted.name)])


def test_what_the_dependencies_need_is_locked_too() -> None:
    needed = {name for name, _ in _needed(RUNTIME)}
    assert needed <= set(_pins())
    assert len(needed) > len(RUNTIME)


def test_nothing_is_locked_that_no_dependency_asks_for() -> None:
    asked = {canonicalize_name(wanted.name) for wanted in RUNTIME}
    for _, installed in _needed(RUNTIME):
        asked |= {canonicalize_name(Requirement(line).name) for line in installed.requires or []}
    assert set(_pins()) <= asked


def test_every_line_of_the_lock_is_a_version_with_its_hashes() -> None:
    rest = _PIN.sub("", LOCK)
    assert [line for line in rest.splitlines() if line and not line.startswith("#")] == []


def test_the_lock_names_no_address() -> None:
    assert not re.search(r"://|--(extra-)?index|--find-links|--trusted-host| @ ", LOCK)


def _needed(wanted: list[Requirement]) -> Iterator[tuple[str, Distribution]]:
    """The installed packages that are needed here, with what they need themselves."""
    waiting, seen = list(wanted), set()
    while waiting:
        name = canonicalize_name(waiting.pop().name)
        if name not in seen:
            seen.add(name)
            installed = distribution(name)
            yield name, installed
            waiting += [
                needs
                for needs in map(Requirement, installed.requires or [])
                if needs.marker is None or needs.marker.evaluate({"extra": ""})
            ]


def _told_licence(installed: Distribution) -> str:
    told = installed.metadata
    classifiers = told.get_all("Classifier") or []
    return "\n".join(
        [
            *(told.get_all("License-Expression") or []),
            *(told.get_all("License") or []),
            *(line for line in classifiers if line.startswith("License ::")),
        ]
    )


def _licence_files(installed: Distribution) -> Iterator[str]:
    for file in installed.files or []:
        if re.search("licen[sc]e|copying|notice", file.name, re.I):
            path = Path(str(installed.locate_file(file)))
            yield path.read_text(encoding="utf-8", errors="replace")


def _is_to_be_named(name: str, installed: Distribution) -> bool:
    if not _PERMISSIVE.search(_told_licence(installed)):
        return True
    texts = [installed.read_text("METADATA") or ""]
    if name not in _COMPARED_ONLY:
        texts += _licence_files(installed)
    return any(_COPYLEFT.search(text) for text in texts)


def test_licences_that_are_not_permissive_stand_in_the_notice() -> None:
    told = set(re.findall(r"([\w-]+) \(https:", NOTICE))
    named = {
        name
        for name, package in _needed([*RUNTIME, *LARGE, *PRINT])
        if _is_to_be_named(name, package)
    }
    assert "docxtpl" in named
    assert named <= told


def test_the_notice_goes_with_the_package() -> None:
    assert "NOTICE" in PROJECT["license-files"]
