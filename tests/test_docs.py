"""The documentation says what the program does: links lead somewhere, examples run, generated pages are fresh."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *ROOT.glob("docs/*.md"), *ROOT.glob("samples/*.md")]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_to_files(page):
    links = re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_the_design_names_every_room():
    rooms = {path.parent.name for path in ROOT.glob("src/dragoman/*/__init__.py")}
    named = re.findall(r"^\| `(\w+)/`", (ROOT / "docs" / "design.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert set(named) == rooms


def test_the_design_names_every_package_and_every_lone_module_of_the_reading():
    design, folder = (ROOT / "docs" / "design.md").read_text(encoding="utf-8"), ROOT / "src" / "dragoman" / "reading"
    modules = [path.stem for path in folder.glob("*.py") if path.stem != "__init__"]
    packages = [f"{path.parent.name}/" for path in folder.glob("*/__init__.py")]
    assert [name for name in (*modules, *packages) if f"`{name}`" not in design] == []


def test_the_design_names_every_library_that_the_program_needs():
    design = (ROOT / "docs" / "design.md").read_text(encoding="utf-8").lower()
    needed = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    assert [name for name in needed if re.split(r"[>=<\[]", name)[0] not in design] == []


def test_the_locks_name_no_registry():
    for lock in ROOT.glob("requirements*.lock"):
        assert not re.search(r"https?://|index-url|find-links", lock.read_text(encoding="utf-8")), lock


def test_the_example_in_the_readme_runs(capsys):
    for example in re.findall(r"```python\n(.*?)```", README, re.DOTALL):
        exec(compile(example, "README.md", "exec"), {})
    assert "agreement" in capsys.readouterr().out


def commands_page() -> str:
    command = [sys.executable, "-m", "typer", "dragoman.commands", "utils", "docs", "--name", "dragoman"]
    return subprocess.run([*command, "--title", "The commands"], capture_output=True, text=True, check=True).stdout


def test_the_reference_of_the_commands_is_fresh_and_the_readme_names_each():
    page = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    assert page.strip() == commands_page().strip(), "run: make docs"
    commands = re.findall(r"^## `dragoman (\w+)`", page, re.MULTILINE)
    assert commands
    assert [name for name in commands if f"`dragoman {name}" not in README] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_options_that_a_page_shows_are_there(page):
    reference = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    sections = dict(re.findall(r"^##+ `dragoman ([\w ]+)`$(.*?)(?=^## |\Z)", reference, re.MULTILINE | re.DOTALL))
    shown = re.findall(r"dragoman (\w+)((?: [^`\n|]*)?)", page.read_text(encoding="utf-8"))
    asked = [(name, option) for name, rest in shown for option in re.findall(r"--[\w-]+", rest) if name in sections]
    assert [(name, option) for name, option in asked if option not in sections[name]] == []


def test_the_chores_that_pages_name_are_in_the_makefile():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    named = {name for page in PAGES for name in re.findall(r"`make ([a-z-]+)", page.read_text(encoding="utf-8"))}
    assert [name for name in sorted(named) if not re.search(rf"^{name}:", makefile, re.MULTILINE)] == []
