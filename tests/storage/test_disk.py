"""Rights of files that are written: new ones by the umask, replaced ones as they were."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from roadmap_cli.errors import WriteRefusedError
from roadmap_cli.storage.disk import bytes_of, explained, overwrite_file, replace_file, sweep
from roadmap_cli.storage.ring import Ring
from tests.conftest import Run

TODAY = "2025-12-01"


@pytest.fixture(autouse=True)
def _umask() -> Iterator[None]:
    before = os.umask(0)
    yield
    os.umask(before)


def _rights(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.parametrize(
    ("umask", "rights"), [(0o000, 0o666), (0o022, 0o644), (0o027, 0o640), (0o077, 0o600)]
)
def test_a_new_file_has_the_rights_that_the_umask_leaves(
    tmp_path: Path, umask: int, rights: int
) -> None:
    os.umask(umask)
    replace_file(tmp_path / "новый", b"x", None)
    assert _rights(tmp_path / "новый") == rights
    assert os.umask(0) == umask


@pytest.mark.parametrize("rights", [0o600, 0o640, 0o644, 0o666, 0o755])
@pytest.mark.parametrize("umask", [0o000, 0o077])
def test_a_replaced_file_keeps_its_rights(tmp_path: Path, umask: int, rights: int) -> None:
    path = tmp_path / "старый"
    path.write_bytes(b"old")
    path.chmod(rights)
    os.umask(umask)
    overwrite_file(path, b"new")
    assert _rights(path) == rights
    assert path.read_bytes() == b"new"


@pytest.mark.parametrize("rights", [None, 0o600, 0o644, 0o666, 0o400])
@pytest.mark.parametrize("umask", [0o000, 0o022])
def test_a_private_file_is_its_owners_alone(tmp_path: Path, umask: int, rights: int | None) -> None:
    path = tmp_path / "кольцо.json"
    if rights is not None:
        path.write_bytes(b"old")
        path.chmod(rights)
    os.umask(umask)
    overwrite_file(path, b"new", private=True)
    assert _rights(path) == 0o600
    assert path.read_bytes() == b"new"
    assert os.umask(0) == umask


def test_the_folder_of_the_rings_is_its_owners_alone(tmp_path: Path) -> None:
    ring = Ring("00", {".": [b"0" * 64]}, tmp_path / "ключи" / "00.json")
    ring.save()
    assert _rights(tmp_path / "ключи") == 0o700
    assert _rights(tmp_path / "ключи" / "00.json") == 0o600


def test_a_copy_of_the_ring_is_its_owners_alone(run: Run, vault: Path, tmp_path: Path) -> None:
    del vault
    copy = tmp_path / "копия.json"
    assert run("vault", "export", str(copy), today=TODAY).code == 0
    assert _rights(copy) == 0o600


def test_a_link_keeps_pointing_at_what_is_written(tmp_path: Path) -> None:
    far = tmp_path / "далеко"
    far.mkdir()
    (far / "файл").write_bytes(b"old")
    (tmp_path / "раз").symlink_to(far / "файл")
    (tmp_path / "два").symlink_to(tmp_path / "раз")
    replace_file(tmp_path / "два", b"new", b"old")
    assert (tmp_path / "два").is_symlink()
    assert (tmp_path / "раз").is_symlink()
    assert (far / "файл").read_bytes() == b"new"
    assert sorted(path.name for path in far.iterdir()) == ["файл"]


@pytest.mark.parametrize(
    ("name", "content"),
    [("файл", b"x"), ("нет", None), ("папка", None), ("файл/x", None), ("\0", None)],
)
def test_what_is_no_file_has_no_content(tmp_path: Path, name: str, content: bytes | None) -> None:
    (tmp_path / "папка").mkdir()
    (tmp_path / "файл").write_bytes(b"x")
    assert bytes_of(tmp_path / name) == content


def test_a_long_name_leaves_room_for_the_temporary_one(tmp_path: Path) -> None:
    path = tmp_path / ("я" * 127)
    replace_file(path, b"x", None)
    assert path.read_bytes() == b"x"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("name", "goes", "goes_alone"),
    [
        (".people.yaml.ab12cd_9.tmp", True, True),
        (".roadmap.yaml.ab12cd_9.tmp", True, False),
        (".people.yaml.ab12cd_.tmp", False, False),
        (".people.yaml.ab12cd_99.tmp", False, False),
        ("people.yaml.ab12cd_9.tmp", False, False),
        (".people.yaml.ab12cd_9", False, False),
        ("people.yaml", False, False),
    ],
)
def test_only_temporary_files_are_swept(
    tmp_path: Path, name: str, goes: bool, goes_alone: bool
) -> None:
    path = tmp_path / name
    path.write_bytes(b"x")
    sweep(tmp_path, "people.yaml")
    assert path.exists() is not goes_alone
    sweep(tmp_path)
    assert path.exists() is not goes
    sweep(tmp_path / "нет")


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "канал")
    with pytest.raises(OSError, match="канал") as refused:
        bytes_of(tmp_path / "канал")
    assert "канал или устройство" in explained(refused.value)


def test_a_loop_of_links_is_refused(tmp_path: Path) -> None:
    (tmp_path / "а").symlink_to(tmp_path / "б")
    (tmp_path / "б").symlink_to(tmp_path / "а")
    with pytest.raises(WriteRefusedError, match="по кругу"):
        replace_file(tmp_path / "а", b"x", None)
