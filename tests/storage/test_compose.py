"""Reading YAML: one document, a bound to nesting, the characters that are forbidden."""

from pathlib import Path

import pytest

from roadmap_cli.storage.yaml.compose import compose
from tests.conftest import Run
from tests.outcome import roadmap_file


def _codes(text: str) -> list[str]:
    return [problem.code for problem in compose(text, "data/x.yaml").problems]


@pytest.mark.parametrize(
    ("text", "documents"),
    [
        ("", 0),
        ("# только примечание\n", 0),
        ("a: 1\n", 1),
        ("---\na: 1\n", 1),
        ("a: 1\n...\n", 1),
        ("a: 1\n---\nb: 2\n", 2),
        ("---\na: 1\n---\nb: 2\n", 2),
        ("a: 1\n---\n", 2),
        ("a: 1\n---\nb: 2\n---\nc: 3\n", 3),
    ],
)
def test_a_file_holds_one_document(text: str, documents: int) -> None:
    found = [each for each in compose(text, "data/x.yaml").problems if each.is_error]
    assert [each.code for each in found] == ["yaml-documents"] * (documents > 1)
    if found:
        assert found[0].place.line == text.split("\n").index("---", 1) + 1


def test_a_second_document_is_told_and_never_written(run: Run, workspace: Path) -> None:
    path = roadmap_file(workspace)
    path.write_text(path.read_text("utf-8") + "---\nstages: []\n", encoding="utf-8")
    before = path.read_bytes()
    outcome = run("done", "1.1.1")
    assert outcome.code == 1
    assert "в файле несколько документов (строка «---»)" in outcome.err
    assert run("status").code == 1
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("deep", "codes"), [(1, []), (49, []), (50, []), (51, ["yaml-syntax"]), (500, ["yaml-syntax"])]
)
def test_nesting_goes_fifty_deep(deep: int, codes: list[str]) -> None:
    assert _codes("[" * deep + "]" * deep) == codes
    assert _codes("{a: " * deep + "x" + "}" * deep) == codes


@pytest.mark.parametrize(("deep", "codes"), [(49, []), (50, []), (51, ["yaml-syntax"])])
def test_nesting_by_indentation_goes_fifty_deep(deep: int, codes: list[str]) -> None:
    text = "".join(f"{' ' * level}a:\n" for level in range(deep - 1))
    assert _codes(f"{text}{' ' * (deep - 1)}a: x\n")[:1] == codes


@pytest.mark.parametrize(
    ("code", "forbidden"),
    [
        (0x00, True), (0x01, True), (0x08, True), (0x09, False), (0x0A, False), (0x0B, True),
        (0x0C, True), (0x0D, False), (0x0E, True), (0x1B, True), (0x1F, True), (0x20, False),
        (0x7E, False), (0x7F, True), (0x80, True), (0x84, True), (0x85, False), (0x86, True),
        (0x9F, True), (0xA0, False), (0xAD, False), (0x2028, False), (0xFEFF, True),
        (0xFFFD, False), (0xFFFE, True), (0xFFFF, True), (0x1F600, False),
    ],
)  # fmt: skip
def test_characters_that_yaml_forbids(code: int, forbidden: bool) -> None:
    found = compose(f"a: x{chr(code)}y\n", "data/x.yaml").problems
    told = [each for each in found if each.code == "yaml-character"]
    assert len(told) == forbidden
    if forbidden:
        assert f"{code:#04x}" in told[0].message
        assert (told[0].place.line, told[0].place.column) == (1, 5)


@pytest.mark.parametrize(("count", "told"), [(49, 49), (50, 50), (51, 50)])
def test_fifty_forbidden_characters_are_told(count: int, told: int) -> None:
    assert _codes(f"a: x\n# {chr(127) * count}\n") == ["yaml-character"] * told


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("a: 1\n\tb: 2\n", [(2, 1)]),
        ("a:\n  \tb: 2\n", [(2, 3)]),
        ("a: 1\n\t\n", []),
        ("a: x\ty\n", []),
        ("a:\n\tb: 1\n\tc: 2\n", [(2, 1), (3, 1)]),
    ],
)
def test_tabs_are_told_where_they_indent(text: str, places: list[tuple[int, int]]) -> None:
    found = compose(text, "data/x.yaml").problems
    assert [
        (each.place.line, each.place.column) for each in found if each.code == "yaml-tab"
    ] == places


@pytest.mark.parametrize(
    ("text", "doubted"),
    [
        ("a: Подготовка #1 системных\n", True),
        ("a: Подготовка  #1\n", True),
        ("a: Подготовка # примечание\n", False),
        ("a: Подготовка #\n", False),
        ("a: Подготовка ##\n", False),
        ("a: Подготовка#1\n", False),
        ("a: 'Подготовка' #1\n", False),
    ],
)
def test_text_after_a_number_sign_is_doubted(text: str, doubted: bool) -> None:
    assert _codes(text) == ["yaml-comment"] * doubted


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("a: &x 1\n", ["yaml-alias"]),
        ("a: *x\n", ["yaml-alias"]),
        ("a: !!str 1\n", ["yaml-tag"]),
        ("a: !own 1\n", ["yaml-tag"]),
        ("a: ! 1\n", []),
        ("? [a, b]\n: 1\n", ["yaml-key"]),
        ("a: 1\nb: 2\na: 3\n", ["yaml-duplicate"]),
        ("a: {b: 1, b: 2}\n", ["yaml-duplicate"]),
        ("- {b: 1}\n- {b: 2}\n", []),
    ],
)
def test_what_else_is_refused(text: str, codes: list[str]) -> None:
    assert _codes(text) == codes
