"""The marks that git leaves in a file where two branches disagree, told in words."""

import re

from roadmap_cli.problems import Place, Problem

_CONFLICT = (
    r"(?ms)^<{7} [^\n]*\n(?P<ours>.*?)(?P<base>^\|{7}[^\n]*\n.*?)?"
    r"^={7}\r?\n(?P<theirs>.*?)^>{7}[^\n]*$"
)
_MARK = r"(?m)^(?:<{7} .*|\|{7} .*|={7}\r?|>{7} .*)$"
_LONGEST = 60


def without_conflicts(text: str, file: str) -> tuple[list[Problem], str]:
    """Report what is left to choose, and read on with our side; no line changes its number."""
    problems: list[Problem] = []

    def chosen(found: re.Match[str]) -> str:
        line = _line(text, found.start())
        middle = line + 1 + found["ours"].count("\n") + (found["base"] or "").count("\n")
        ours, theirs = _glimpses(found["ours"], found["theirs"])
        problems.append(
            Problem(
                "yaml-conflict",
                f"слияние веток не закончено: у нас {ours}, у них {theirs}",
                Place(file, line),
                f"Наше — между <<<<<<< и ======= (строка {middle}), их — между ======= и >>>>>>>:"
                " оставьте нужное, пометки удалите, затем: git add, roadmap check.",
            )
        )
        end = found.end("ours") - found.start()
        return f"\n{found['ours']}" + "\n" * found[0][end:].count("\n")

    def left_over(found: re.Match[str]) -> str:
        problems.append(
            Problem(
                "yaml-conflict",
                "слияние веток не закончено: осталась пометка git",
                Place(file, _line(readable, found.start())),
                "Если нужное уже выбрано, удалите эту строку.",
            )
        )
        return ""

    readable = re.sub(_CONFLICT, chosen, text)
    return problems, re.sub(_MARK, left_over, readable)


def _line(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1


def _glimpses(ours: str, theirs: str) -> tuple[str, str]:
    """What each side has, from where they begin to differ."""
    versions = [[line.strip() for line in side.splitlines() if line.strip()] for side in
                (ours, theirs)]  # fmt: skip
    while all(versions) and versions[0][0] == versions[1][0]:
        versions = [lines[1:] for lines in versions]
    first = [lines[0] if lines else "" for lines in versions]
    shorter = min(map(len, first))
    alike = next((n for n in range(shorter) if first[0][n] != first[1][n]), shorter)
    start = max(first[0].rfind(mark, 0, alike) + len(mark) for mark in ("{", ", "))
    if alike <= _LONGEST // 2 or start < len(", "):
        start = 0
    own, other = (_glimpse(lines, start) for lines in versions)
    return own, other


def _glimpse(lines: list[str], start: int) -> str:
    if not lines:
        return "удалено"
    told = lines[0][start : start + _LONGEST]
    before, after = (
        ("…" if start else ""),
        ("…" if [told] != [lines[0][start:], *lines[1:]] else ""),
    )
    return f"«{before}{told}{after}»"
