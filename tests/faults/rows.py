"""Every command of the program: how it is called under faults, or why it is not."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from roadmap_cli.cli.frame.command_table import COMMANDS, build
from roadmap_cli.domain.model.dataset import REGISTRIES
from roadmap_cli.domain.papers.catalog import DOCUMENT_TYPES
from roadmap_cli.domain.papers.families import FAMILIES

# What is done after a broken-off command: read, write a little, read everything.
NEXT: Sequence[Sequence[str]] = (("status",), ("note", "1.1.1", "после"), ("docs", "--json"))
_IN_NEW = ("-w", "новая")
_INIT = ("init", "новая", "--organization", "Центр", "--year", "2025/2026", "--no-git")


class Row(NamedTuple):
    """A call of a writing command.

    `template` names the workspace (see `workspaces.py`), `first` are commands that prepare it,
    `then` those that follow a fault. `stdin` is the file of the workspace that is given as input.
    """

    command: str
    words: Sequence[str]
    template: str = "school"
    first: Sequence[Sequence[str]] = ()
    then: Sequence[Sequence[str]] = NEXT
    stdin: str | None = None

    @property
    def is_slow(self) -> bool:
        """True for a command that has git encrypt or decrypt files."""
        return self.words[0] in ("vault", "forget") and self.template not in ("school", "git")


ROWS: Mapping[str, Row] = {
    # the plan
    "done": Row("done", ["done", "1.2.1"]),
    "done, the first write": Row("done", ["done", "1.2.1"], "fresh"),
    "start": Row("start", ["start", "1.2.1"]),
    "postpone": Row("postpone", ["postpone", "1.2.1", "до 15.12.2025"]),
    "cancel": Row("cancel", ["cancel", "1.2.1"]),
    "reopen": Row("reopen", ["reopen", "1.2.1"], first=[["done", "1.2.1"]]),
    "assign": Row("assign", ["assign", "1.2.1", "grinko"]),
    "note": Row("note", ["note", "1.2.1", "текст"]),
    "evidence": Row("evidence", ["evidence", "1.2.1", "приказ № 1"]),
    # documents
    "one paper": Row("FAMILY KIND", ["order", "pairs"]),
    "a paper with its number": Row("FAMILY KIND", ["order", "pairs", "--number", "2"]),
    "several papers": Row("FAMILY KIND", ["form", "consent-image", "grinko", "sokolov", "cherny"]),
    "a paper made again": Row(
        "FAMILY KIND", ["order", "pairs", "--number", "3"], first=[["order", "pairs"]]
    ),
    "register": Row("FAMILY register", ["order", "register", "introduction", "-n", "22"]),
    "consent print": Row(
        "consent print", ["consent", "print"], first=[["consent", "remove", "dyuma-part"]]
    ),
    "template copy": Row("template copy", ["template", "copy", "order", "pairs"]),
    # people
    "person add": Row("REGISTRY add", ["person", "add", "--surname", "Ким", "--name", "Яна"]),
    "person set": Row("REGISTRY set", ["person", "set", "grinko", "--phone", "+7 900 111-22-33"]),
    "person remove": Row(
        "REGISTRY remove", ["person", "remove", "lishny"],
        first=[["person", "add", "--id", "lishny", "--surname", "Лишний", "--name", "Пётр"]],
    ),
    "person add, in a vault": Row(
        "REGISTRY add", ["person", "add", "--surname", "Ким", "--name", "Яна"], "vault"
    ),
    "person cases": Row(
        "person cases", ["person", "cases", "chubchik", "--confirm"],
        first=[["person", "add", "--id", "chubchik", "--surname", "Чорос-Гуркин", "--name", "Ай",
                "--gender", "male"]],
    ),
    "consent add": Row(
        "REGISTRY add", ["consent", "add", "--person", "petrova", "--kind", "pd_processing",
                         "--given-on", "2025-09-01"],
    ),
    "pair add": Row(
        "REGISTRY add", ["pair", "add", "--mentor", "ivanova", "--mentees", "dyuma"], "single"
    ),
    "pair confirm": Row("pair confirm", ["pair", "confirm"], "proposed"),
    "pair start": Row("pair start", ["pair", "start", "ivanova-1"]),
    "pair close": Row("pair close", ["pair", "close", "shvets-1", "--reason", "итог"]),
    "pair replace": Row(
        "pair replace",
        ["pair", "replace", "shvets-1", "--mentor", "ivanova", "--reason", "болезнь"],
        first=[["mentor", "set", "ivanova", "--capacity", "3"]],
    ),
    "plan make": Row("plan make", ["plan", "make"]),
    "plan step": Row("plan step", ["plan", "step", "shvets-1", "Урок"]),
    "plan result": Row("plan result", ["plan", "result", "shvets-1", "2", "Проведён"]),
    "meeting add": Row("meeting add", ["meeting", "add", "shvets-1"]),
    "school attend": Row("school attend", ["school", "attend", "2025-11-05", "shvets"]),
    "match accept": Row("match accept", ["match", "accept", "--by", "Гринько О.С."], "single"),
    "forget": Row("forget", ["forget", "shvets", "--yes", "--reason", "просьба"]),
    "forget, in git": Row("forget", ["forget", "shvets", "--yes", "--reason", "просьба"], "git"),
    "forget, in a vault": Row(
        "forget", ["forget", "shvets", "--yes", "--reason", "просьба"], "vault"
    ),
    # surveys
    "survey new": Row("survey new", ["survey", "new", "own", "second"]),
    "survey form": Row("survey form", ["survey", "form", "curator"]),
    "survey add": Row(
        "survey add", ["survey", "add", "own", "--person", "dyuma", "q1=5"],
        first=[["survey", "new", "own"]],
    ),
    "survey import": Row(
        "survey import", ["survey", "import", "named", "ответы.csv", "--yes"], "surveyed"
    ),
    "survey remove": Row("survey remove", ["survey", "remove", "r-first"], "surveyed"),
    "survey take": Row("survey take", ["survey", "take", "named", "--yes"], "surveyed"),
    "survey results": Row("survey results", ["survey", "results", "named", "--xlsx", "и.xlsx"],
                          "surveyed"),
    "monitor export": Row("monitor export", ["monitor", "export", "п.xlsx"]),
    # files
    "import of a list": Row(
        "import", ["import", "список.csv", "--as", "наставляемые", "--yes",
                   "--column", "Табельный номер=skip"],
    ),
    "import --replace": Row("import", ["import", "карта.docx", "--replace", "--yes"]),
    "export": Row("export file", ["export", "y.xlsx"]),
    "export over a file": Row(
        "export file", ["export", "y.csv", "--what", "programs", "--force"],
        first=[["export", "y.csv", "--what", "partners"]],
    ),
    "export site": Row(
        "export site", ["export", "site", "сайт"], first=[["order", "introduction"]]
    ),
    "export site, again": Row(
        "export site", ["export", "site", "сайт", "--as-of", "2025-12-02"],
        first=[["order", "introduction"], ["export", "site", "сайт", "--embed"]],
    ),
    "init": Row(
        "init", _INIT, "empty",
        then=[["status", *_IN_NEW], _INIT, ["note", "1.1.1", "после", *_IN_NEW],
              ["docs", "--json", *_IN_NEW]],
    ),
    "schema": Row("schema", ["schema"]),
    # the vault
    "vault init": Row("vault init", ["vault", "init"], "git"),
    "vault open": Row("vault open", ["vault", "open"], "clone with keys"),
    "vault import": Row("vault import", ["vault", "import", "../связка.json"], "clone"),
    "vault export": Row("vault export", ["vault", "export", "--plain", "../копия.json"], "vault"),
    "vault clean": Row(
        "vault clean", ["vault", "clean", "data/people.yaml"], "vault with a newcomer",
        stdin="data/people.yaml",
    ),
}  # fmt: skip

# What stands for a command of which there are many, all made of one function.
_VERBS = ("add", "set", "remove")
# Writing commands that get no row, and why.
LEFT_OUT: Mapping[str, str] = {
    "vault rewrite": "it writes git's own files; tests/storage/test_rewriting.py breaks it off",
    "vault smudge": "git's own; it only saves the ring, as `vault clean` does",
    "docs print": "one write of one file, as `export file`; LibreOffice takes seconds a document",
    "merge-data": "git's own; it writes a file that git has made for it and takes back",
    "vault merge": "git's own; it writes a file that git has made for it and takes back",
}
# Commands that write nothing.
READERS = frozenset({
    "status", "deadlines", "show", "gantt", "check", "docs list", "docx-text", "template list",
    "template check", "template vars", "match propose", "match explain",
    "survey list", "survey show", "survey remind",
    "monitor show", "monitor explain", "monitor quantities",
    "school list", "school finished", "meeting list", "meeting due", "plan progress",
    "vault status", "vault show", "FAMILY list", "REGISTRY list", "REGISTRY show",
})  # fmt: skip


def every_command() -> set[str]:
    """The names of all commands; those of families and of registries by what they stand for."""
    families = {family.name for family in FAMILIES}
    kinds = {(kind.group, kind.kind) for kind in DOCUMENT_TYPES}
    registries = {registry.items.command for registry in REGISTRIES if registry.items}
    found = set()
    for command in COMMANDS:
        made = build(command)
        for name in made.names() if hasattr(made, "names") else [""]:
            if (command.name, name) in kinds:
                found.add("FAMILY KIND")
            elif command.name in families:
                found.add(f"FAMILY {name}")
            elif command.name in registries and name in (*_VERBS, "list", "show"):
                found.add(f"REGISTRY {name}")
            else:
                found.add(f"{command.name} {name}".strip())
    return found
