"""Records are made anew when what they were made by has changed: no module or file of knowledge is left out of it."""

import ast
import re
from pathlib import Path

import dragoman
from dragoman.knowledge import FOLDER
from dragoman.ledger import identity

ROOT = Path(dragoman.__file__).parent
SHAPES = {ROOT / name for name in ("models.py", "values.py", "errors.py", "knowledge/__init__.py", "ledger/stored.py")}
"""What data are, not what becomes of them."""


def imported(path: Path) -> set[Path]:
    """The modules of the program that a module imports when it runs."""
    found = set()
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("dragoman."):
            place = ROOT.joinpath(*node.module.split(".")[1:])
            names = [place / f"{alias.name}.py" for alias in node.names]
            found |= {name if name.exists() else place.with_suffix(".py") for name in names}
    return {module for module in found if module.exists()}


def test_identity_goes_by_all_that_it_imports_and_reads():
    modules, left = set(), set(Path(identity.__file__).parent.glob("*.py"))
    while left:
        module = left.pop()
        modules.add(module)
        left |= imported(module) - modules - SHAPES
    known = {FOLDER / name for path in modules for name in re.findall(r'"(\w+\.(?:toml|tsv))"', path.read_text())}
    held = {path.resolve() for path in identity.files()}
    assert len(modules) > 20
    assert sorted(path.name for path in (modules | known) - held) == []
