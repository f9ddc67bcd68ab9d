"""Mutation testing of sampled modules: `python benchmarks/mutation.py --modules 20 --each 5`.

Every mutant changes one comparison, constant, condition or sign of a copy of the project and runs
the tests of its module, found from its path as tests/test_completeness.py says. A mutant that
survives them meets the whole suite. Prints the survivors and the share that was killed. It
refuses to start when the suite fails by itself, for then every mutant would seem to be killed.

mutmut does the same in process; here too many tests start the program as a person would.
"""

import argparse
import ast
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
SOURCE = Path("src") / "roadmap_cli"
LONGEST_SECONDS = 600
WHOLE = ["-n", "2", "tests"]
_COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
    ast.In: ast.NotIn, ast.NotIn: ast.In,
}  # fmt: skip


class Mutant(NamedTuple):
    """A changed module: its path, the line, and the source before and after on that line."""

    path: Path
    line: int
    before: str
    after: str
    source: str


def mutants(root: Path, path: Path) -> Iterator[Mutant]:
    """Every mutant of a module of the project in `root`."""
    source = (root / path).read_text(encoding="utf-8")
    count = sum(1 for _ in _changes(ast.parse(source)))
    for number in range(count):
        node, change = next(c for n, c in enumerate(_changes(ast.parse(source))) if n == number)
        before = ast.unparse(node)
        segment = ast.get_source_segment(source, node)
        # Python 3.11 misplaces what stands inside an f-string.
        if segment is None or not _means(segment, before):
            continue
        change()
        after = ast.unparse(node)
        if before != after:
            line = getattr(node, "lineno", 0)
            yield Mutant(path, line, before, after, _spliced(source, node, f"({after})"))


def _means(segment: str, before: str) -> bool:
    try:
        return ast.unparse(ast.parse(f"({segment})", mode="eval")) == before
    except SyntaxError:
        return False


def _spliced(source: str, node: ast.expr, text: str) -> str:
    """The source with other text in place of a node; the rest keeps its comments."""
    lines = source.encode().splitlines(keepends=True)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    raw = source.encode()
    assert node.end_lineno is not None
    assert node.end_col_offset is not None
    start = starts[node.lineno - 1] + node.col_offset
    end = starts[node.end_lineno - 1] + node.end_col_offset
    return (raw[:start] + text.encode() + raw[end:]).decode()


def _changes(tree: ast.AST) -> Iterator[tuple[ast.expr, "Change"]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare) and type(node.ops[0]) in _COMPARISONS:
            yield node, Change(node, "comparison")
        elif isinstance(node, ast.BoolOp):
            yield node, Change(node, "connective")
        elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not | ast.USub):
            yield node, Change(node, "sign")
        elif isinstance(node, ast.Constant) and type(node.value) is int:
            yield node, Change(node, "number")
        elif isinstance(node, ast.Constant) and type(node.value) is bool:
            yield node, Change(node, "truth")
        elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Sub):
            yield node, Change(node, "sum")


class Change(NamedTuple):
    """A change of one node, made when it is called."""

    node: ast.AST
    kind: str

    def __call__(self) -> None:
        """Change the node in place."""
        node = self.node
        if isinstance(node, ast.Compare):
            node.ops[0] = _COMPARISONS[type(node.ops[0])]()
        elif isinstance(node, ast.BoolOp):
            node.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        elif isinstance(node, ast.UnaryOp):
            if isinstance(node.op, ast.Not):
                node.operand = ast.Call(ast.Name("bool", ast.Load()), [node.operand], [])
            node.op = ast.UAdd()
        elif isinstance(node, ast.Constant):
            node.value = not node.value if self.kind == "truth" else int(str(node.value)) + 1
        elif isinstance(node, ast.BinOp):
            node.op = ast.Sub() if isinstance(node.op, ast.Add) else ast.Add()


def tests_of(root: Path, path: Path) -> list[str]:
    """The tests of a module: its own, and those of the folders called as those around it."""
    tests = root / "tests"
    names = [path.stem, *reversed(path.relative_to(SOURCE).parts[:-1])]
    found: dict[str, None] = {}
    for name in names:
        own = [test.relative_to(root).as_posix() for test in tests.rglob(f"test_{name}.py")]
        if (tests / name).is_dir():
            own.append(f"tests/{name}")
        found.update(dict.fromkeys(sorted(own)))
    return list(found)


def survives(copy: Path, tests: list[str]) -> bool:
    """True when the tests pass in the copy."""
    surroundings = {**os.environ, "PYTHONPATH": str(copy / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *tests]
    try:
        done = subprocess.run(
            command, cwd=copy, env=surroundings, capture_output=True, check=False,
            timeout=LONGEST_SECONDS,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0


def main() -> int:
    """Sample, run and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="*", help="modules below src/roadmap_cli; else a sample")
    parser.add_argument("--modules", type=int, default=20)
    parser.add_argument("--each", type=int, default=5, help="mutants of a module")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--quick", action="store_true", help="without the whole suite")
    given = parser.parse_args()
    chance = random.Random(given.seed)
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "roadmap"
        shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(".venv", ".*_cache"))
        every = sorted(path.relative_to(copy) for path in (copy / SOURCE).rglob("*.py"))
        modules = [SOURCE / name for name in given.paths] or chance.sample(
            [path for path in every if any(mutants(copy, path))], given.modules
        )
        chosen = [
            mutant
            for path in modules
            for mutant in _sample(chance, list(mutants(copy, path)), given.each)
        ]
        if not survives(copy, WHOLE):
            print("the suite fails without a mutant", file=sys.stderr)
            return 1
        living = 0
        for number, mutant in enumerate(chosen, 1):
            if not _killed(copy, mutant, quick=given.quick):
                living += 1
                print(f"{mutant.path}:{mutant.line}: {mutant.before} -> {mutant.after}")
            print(f"killed {number - living} of {number}", flush=True)
    killed = len(chosen) - living
    share = 100 * killed / len(chosen)
    print(f"killed {killed} of {len(chosen)} mutants ({share:.0f} %) in {len(modules)} modules")
    return 0


def _sample(chance: random.Random, found: list[Mutant], most: int) -> list[Mutant]:
    return chance.sample(found, min(most, len(found)))


def _killed(copy: Path, mutant: Mutant, *, quick: bool) -> bool:
    target = copy / mutant.path
    original = target.read_text(encoding="utf-8")
    target.write_text(mutant.source, encoding="utf-8")
    try:
        tests = tests_of(copy, mutant.path)
        if tests and not survives(copy, tests):
            return True
        return not quick and not survives(copy, WHOLE)
    finally:
        target.write_text(original, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
