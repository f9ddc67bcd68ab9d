"""Git's hooks that have our program look at what is about to be committed or pushed."""

import re
import shlex
import sys
from pathlib import Path
from typing import NamedTuple

from roadmap_cli.storage.disk import bytes_of, overwrite_file
from roadmap_cli.storage.git import Git
from roadmap_cli.storage.git_folder import HOOKS, GitFolder, git_folder, guard_call

_OURS = "# Создан программой roadmap"
_CALL = re.compile(r"^check .+$", re.MULTILINE)
_INSTALLED = (
    "Перед git commit и git push теперь проверяется, нет ли там незашифрованных персональных"
    " данных."
)
_SCRIPT = """\
#!/bin/sh
{ours}: проверяет, нет ли персональных данных в том, что уходит в git.
python={python}
{before}
failed=0
gone() {{
  echo 'roadmap: программа для проверки не найдена, {refused}.' >&2
  echo 'Выполните любую команду roadmap, например roadmap status, и повторите. {anyway}' >&2
  exit 1
}}
check() {{
  [ -d "$1/data" ] || return 0
  [ -x "$python" ] || gone
  {given} "$python" -P -m roadmap_cli {words} -w "$1" && return 0
  "$python" -P -c 'import roadmap_cli' 2>/dev/null || gone
  failed=1
}}
{calls}
[ "$failed" = 0 ] || echo 'roadmap: {refused}. {anyway}' >&2
exit "$failed"
"""


class _Hook(NamedTuple):
    """A hook: what it does first, what the program is given and asked, how the answer is told."""

    before: str
    given: str
    words: str
    refused: str
    anyway: str


_TABLE = {
    "pre-commit": _Hook(
        "",
        "</dev/null",
        "check --staged",
        "коммит не записан",
        "Записать без проверки: git commit --no-verify",
    ),
    "pre-push": _Hook(
        "remote=$1\nrefs=$(cat)",
        "printf '%s\\n' \"$refs\" |",
        'check --pushed "$remote"',
        "в удалённый репозиторий ничего не отправлено",
        "Отправить без проверки: git push --no-verify",
    ),
}


def install(root: Path) -> tuple[str, ...]:
    """Have commits and pushes of a workspace checked; what a person should know of it.

    A hook that others wrote stays as it is, and so does a folder of hooks that the user has
    named to git: the sentences say which line is missing there. Raises OSError, WriteRefusedError.
    """
    git, folder = Git(root), git_folder(root)
    if folder is None:
        return ()
    within = folder.within(root)
    elsewhere = _named_folder(git, folder)
    if elsewhere is not None:
        told = [f"Git берёт файлы проверок из папки «{elsewhere}» (core.hooksPath)."]
        told += [_to_add(elsewhere / name, within) for name in HOOKS]
    else:
        own = folder.common / "hooks"
        foreign = [name for name in HOOKS if not _write(own / name, within)]
        told = [_to_add(own / name, within) for name in foreign]
        if not told:
            return (_INSTALLED,)
    git.run("config", "roadmap.guard", "told")
    return tuple(told)


def _named_folder(git: Git, folder: GitFolder) -> Path | None:
    """The folder that the user has named for hooks; None for the usual one."""
    told = git.output("config", "--type=path", "--null", "--get-all", "core.hooksPath")
    # The last one is what our own calls of git are given.
    named = told.decode("utf-8", "replace").split("\0")[:-2]
    if not named or not named[-1]:
        return None
    path = folder.top / named[-1]
    return path if path.resolve() != (folder.common / "hooks").resolve() else None


def _write(path: Path, within: str) -> bool:
    """Write our hook, with the workspaces that it checks already; False where another's stands."""
    known = (bytes_of(path) or b"").decode("utf-8", "replace")
    if known.strip() and _OURS not in known:
        return _asks_us(path.name, known)
    hook = _TABLE[path.name]
    calls = dict.fromkeys((*_CALL.findall(known), guard_call(within)))
    text = _SCRIPT.format(
        ours=_OURS,
        python=shlex.quote(Path(sys.executable).as_posix()),
        calls="\n".join(calls),
        **hook._asdict(),
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    overwrite_file(path, text.encode())
    path.chmod(0o755)
    return True


def _asks_us(name: str, text: str) -> bool:
    return f"-m roadmap_cli {_TABLE[name].words}" in text


def _to_add(path: Path, within: str) -> str:
    """Which line a hook of the user lacks."""
    hook = _TABLE[path.name]
    words = hook.words.replace("$remote", "$1")
    folder = shlex.quote(within)
    line = f'"{Path(sys.executable).as_posix()}" -P -m roadmap_cli {words} -w {folder} || exit 1'
    return f"Чтобы персональные данные не ушли в git, добавьте в начало файла {path} строку: {line}"
