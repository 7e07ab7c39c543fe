"""Paths stand for files; folders for all files in them."""

import os
from pathlib import Path

import pytest

from dragoman.documents import Source, count, sources
from dragoman.errors import DocumentError


@pytest.fixture
def folder(tmp_path):
    for name in ("b.txt", "a/c.txt", "a/b/d.md", ".cache/e.txt", "a/.f.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Fiji.")
    return tmp_path


def test_what_programs_leave_in_a_folder_is_no_document(tmp_path):
    for name in ("~$report.docx", "Thumbs.db", "desktop.ini", "report.txt"):
        (tmp_path / name).write_text("x")
    assert [source.name for source in sources([tmp_path])] == [str(tmp_path / "report.txt")]


def test_folders_are_listed_sorted_and_without_hidden_files(folder):
    found = [Path(source.name).relative_to(folder).as_posix() for source in sources([folder])]
    assert found == ["a/b/d.md", "a/c.txt", "b.txt"]


def test_count_counts_files(folder):
    assert count([folder, folder / "b.txt", "-"]) == 5


def test_a_linked_folder_is_not_entered(folder):
    (folder / "a" / "loop").symlink_to(folder)
    assert count([folder]) == 3


def test_a_pipe_in_a_folder_is_reported_and_not_waited_for(folder):
    os.mkfifo(folder / "a" / "pipe.txt")
    [error] = [found for found in sources([folder]) if isinstance(found, DocumentError)]
    assert (Path(error.name).name, error.reason) == ("pipe.txt", "it is no file")


def test_a_pipe_that_is_named_is_read(folder):
    os.mkfifo(folder / "pipe")
    assert list(sources([folder / "pipe"])) == [Source(str(folder / "pipe"), folder / "pipe")]


def test_one_path_alone_is_no_list_of_letters(folder):
    assert list(sources(str(folder / "b.txt"))) == [Source(str(folder / "b.txt"), folder / "b.txt")]


def test_a_folder_without_files_is_reported(tmp_path):
    [error] = sources([tmp_path])
    assert isinstance(error, DocumentError)
    assert error.reason == "there is no file in the folder"
