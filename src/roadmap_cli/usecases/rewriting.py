"""`vault rewrite`: a new history without unencrypted data, and a search through all of it."""

from pathlib import Path
from typing import NamedTuple

from roadmap_cli.domain.people.mentions import Recognizer
from roadmap_cli.domain.vault import NewHistory, OldHistory
from roadmap_cli.storage.git import Git
from roadmap_cli.storage.transaction import writing
from roadmap_cli.storage.vault import rewriting
from roadmap_cli.storage.vault.location import ring_of
from roadmap_cli.usecases.mentions import in_data, in_git, looked_words
from roadmap_cli.usecases.session import Run, open_session
from roadmap_cli.usecases.vault import connect_vault


class Rewritten(NamedTuple):
    """What has gone, what was then found, and what a person should know besides."""

    before: OldHistory
    found: NewHistory
    told: tuple[str, ...]


def look(root: Path) -> OldHistory:
    """What a rewriting would take away. Raises VaultError."""
    ring_of(root)
    return rewriting.look(root)


def rewrite(run: Run) -> Rewritten:
    """Begin the history anew and look through all of it.

    Raises VaultError, WriteRefusedError, DataInvalidError; then the history is the old one.
    """
    root = run.root
    before = look(root)
    people = open_session(run, "people").data.people.people
    told = connect_vault(root).told
    with writing(root):
        left_out = rewriting.begin_anew(root, before.branch)
    recognizer = Recognizer(people)
    in_objects = in_git(Git(root), recognizer)
    plain = rewriting.committed_plain(root)
    named = in_data(plain, recognizer)
    found = NewHistory(
        tuple(left_out),
        in_objects.texts,
        looked_words(len(plain), in_objects.texts),
        in_objects.places,
        rewriting.open_blobs(root),
        named.places,
    )
    return Rewritten(before, found, told)
