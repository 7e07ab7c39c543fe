"""Count how common the words of releases and news are: ``python scripts/count_words.py``.

Writes ``src/dragoman/knowledge/common_words.tsv``: in how many of a thousand documents a word stands, in lower case.
Counted are releases of all matters (``--corpus``, lines of JSON with a "text") and all texts below ``--bench``.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
TABLE = ROOT / "src/dragoman/knowledge/common_words.tsv"
FEWEST = 2.5
"""Per thousand: rarer words are not listed, and count as rare."""

HEAD = """\
# In how many of a thousand documents (releases, news, accounts of aid) a word stands in lower case. A word that is not
# here is rare, and tells one thing from another. Made by scripts/count_words.py; only words and counts, no text.
word\tper_thousand
"""


def texts(corpus: Path, bench: Path) -> Iterator[str]:
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        yield from (json.loads(line)["text"] for line in lines)
    yield from (path.read_text(encoding="utf-8") for path in sorted(bench.rglob("*.txt")))


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--corpus", type=Path, default=ROOT / "../shared/corpus/releases.jsonl.gz")
    options.add_argument("--bench", type=Path, default=ROOT / "../shared/bench")
    given = options.parse_args()
    words_of = (set(re.findall(r"(?<![^\W_])[a-z]{2,}(?![^\W_])", text)) for text in texts(given.corpus, given.bench))
    number, counted = 0, Counter[str]()
    for words in words_of:
        number += 1
        counted.update(words)
    shares = {word: 1000 * count / number for word, count in counted.items()}
    rows = [f"{word}\t{share:.1f}\n" for word, share in sorted(shares.items()) if share >= FEWEST]
    TABLE.write_text(HEAD + "".join(rows), encoding="utf-8")
    print(f"{TABLE}: {len(rows)} words of {number} documents")


if __name__ == "__main__":
    main()
