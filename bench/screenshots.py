"""Take pictures of every page: ``python -m bench.screenshots [--ledger FILE] [--out FOLDER] [NAME …]``.

Each page is taken whole, at two widths, in light and dark, as ``<page>-<width>-<look>.png``.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from bench.served import addresses, chromium, serving
from dragoman.ledger import Ledger

WIDTHS = (1280, 390)
LOOKS = ("light", "dark")
_TALLEST = 6000  # pixels of a picture: what lies below looks like what is above it


def take(base: str, pages: Mapping[str, str], browser: Browser, out: Path) -> None:
    """Write the pictures of these pages into a folder."""
    out.mkdir(parents=True, exist_ok=True)
    for look in LOOKS:
        for width in WIDTHS:
            with browser.new_context(viewport={"width": width, "height": 900}, color_scheme=look) as context:  # type: ignore[arg-type]
                page = context.new_page()
                for name, address in pages.items():
                    page.goto(base + address)
                    height = min(page.evaluate("document.documentElement.scrollHeight"), _TALLEST)
                    wide = page.evaluate("document.documentElement.scrollWidth")
                    if wide > width:
                        print(f"{name} is {wide} pixels wide on a screen of {width}", file=sys.stderr)
                    clip = {"x": 0, "y": 0, "width": width, "height": height}
                    page.screenshot(path=out / f"{name}-{width}-{look}.png", full_page=True, clip=clip)  # type: ignore[arg-type]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--ledger", type=Path, default=Path("build/demo.ledger"))
    options.add_argument("--out", type=Path, default=Path("build/screenshots"))
    options.add_argument("names", nargs="*", metavar="NAME", help="these pages only")
    asked = options.parse_args()
    program = chromium()
    if not asked.ledger.exists():
        sys.exit(f"{asked.ledger} is not there; `make demo` makes it")
    if program is None:
        sys.exit("no browser was found; scripts/need-chromium installs one")
    with Ledger.open(asked.ledger, create=False) as ledger:
        pages = {name: path for name, path in addresses(ledger).items() if not asked.names or name in asked.names}
    with serving(asked.ledger) as base, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        take(base, pages, browser, asked.out)
        browser.close()
    print(f"{len(pages) * len(WIDTHS) * len(LOOKS)} pictures in {asked.out}")


if __name__ == "__main__":
    main()
