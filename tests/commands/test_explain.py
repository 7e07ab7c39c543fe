from html.parser import HTMLParser

from dragoman.follow.marking import stretches
from dragoman.models import Event, Evidence


class Page(HTMLParser):
    """What a browser would see: the text, the marks with their classes, and whether links lead somewhere."""

    def __init__(self, page):
        super().__init__()
        self.marks, self.links, self.ids, self.outside, self.open = [], [], [], [], []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        known = dict(attrs)
        self.links += [known["href"]] if "href" in known else []
        self.ids += [known["id"]] if "id" in known else []
        self.outside += [known[name] for name in ("src", "srcset") if name in known]
        self.open += [known["class"]] if tag == "mark" else []

    def handle_data(self, data):
        if self.open:
            self.marks.append((self.open.pop(), data))


def test_the_terminal_marks_the_text_and_gives_reasons(run, news):
    shown = run("explain", news).stdout
    assert "gave Vietnam 25,000 kroner[1]" in shown
    assert "1 grant: School in Hanoi (NOK 25,000)" in shown
    assert "the verb gave" in shown


def test_a_copied_text_is_told_its_day(run, here):
    (here / "copied.txt").write_text("The two states keep a fisheries dialogue.", encoding="utf-8")
    assert "no date" in run("explain", "copied.txt").stdout
    assert "2019-05-03" in run("explain", "copied.txt", "--date", "2019-05-03").stdout
    assert run("explain", "copied.txt", "--date", "yesterday").exit_code == 2


def test_the_page_stands_alone(run, news, here):
    result = run("explain", news, "--html", "out.html")
    assert (result.exit_code, result.stdout) == (0, "")
    text = (here / "out.html").read_text(encoding="utf-8")
    page = Page(text)
    assert ("activity", "gave Vietnam 25,000 kroner") in page.marks
    assert {link.removeprefix("#") for link in page.links} == set(page.ids)
    assert len(page.ids) == 5
    assert page.outside == []
    assert "http" not in text
    assert "prefers-color-scheme: dark" in text


def test_signs_of_the_text_are_not_taken_for_html(run, here):
    (here / "a.txt").write_text("<b>Bold</b> & a fisheries dialogue costs $5.", encoding="utf-8")
    run("explain", "a.txt", "--html", "out.html")
    page = (here / "out.html").read_text(encoding="utf-8")
    assert "&lt;b&gt;Bold&lt;/b&gt; &amp; a " in page
    assert "$5." in page


def test_a_page_that_cannot_be_written(run, news):
    result = run("explain", news, "--html", "absent/out.html")
    assert (result.exit_code, result.stderr) == (1, "absent/out.html: no such file or directory\n")


def entry(*evidence):
    return Event(type="other", title="t", evidence=tuple(Evidence(start=s, end=e) for s, e in evidence))


def test_stretches_give_back_the_text_and_say_what_covers_it():
    text = "abcdefgh"
    found = list(stretches(text, [entry((1, 6)), entry((2, 4), (6, 7))]))
    assert "".join(each.words for each in found) == text
    assert [(each.words, each.covered, each.ends) for each in found] == [
        ("a", (), ()), ("b", (1,), ()), ("cd", (2, 1), (2,)), ("ef", (1,), (1,)), ("g", (2,), (2,)), ("h", (), ()),
    ]  # fmt: skip
