"""Promises: what was proposed, planned or agreed, by whom and by when, and what became of it as of a day.

    for promise in promises(ledger, states=[CountryCode("NOR")], as_of=date(2014, 12, 31)):
        print(promise.verdict, promise.title, promise.due, promise.happened)

**What is a promise.** A record that some document puts at *proposed*, *planned* or *agreed*, or tells to be put off
or called off; and a sentence that holds something out (``knowledge/outcomes.toml``) though the reading made no entry
of it. Threats, statements and protests are none: nobody undertakes them towards another. A memorandum, contract or
declaration that is signed promises no more; a signed agreement has yet to enter into force. What is told as done
before its day is planned.

**What counts as kept** (``openings.met_at``). A visit, a meeting, an opening: that it took place, from its first day
on. A paper: that it was signed. An agreement that was signed: that it is in force. A loan or credit: that it was
signed for, because from then on the money can be had. A grant, a delivery, a building, any other work: that it was
given, delivered or completed; a signature or a first instalment is not enough. Further help of an open amount: that
help called further was given or decided on for the same state. What happened before it was promised is something
else.

**Time.** The time that was set first counts. A later document may narrow it ("2022", then "November 2022") but not
move it: what was put off and then held is late by the first date, since that is what the other side was told. A time
is over after its last day: "in 2022" is overdue from 2023 on. An approximate time ("about 2012") has a grace of 92
days, an approximate month 31, an approximate day 7. Days late run from the last day of the time that was set to the
first day on which it came about; a time known only by the report of it counts as the day of the report.

**Verdicts** (``verdicts.judge``), the first that fits: *kept* or *kept late*; *dropped*, or *superseded* if something
else takes its place, unless a later document holds it out anew; *overdue* once the time is over, work begun or not;
*under way*; *due*; and without any time *no news*, since nobody can be blamed for what has no date. What was put off
without a new date is still owed.

**Which sentences are about a promise** (``answers``). Those of its record, and sentences of later documents about the
same states that share with it words, numbers, ordinals, places or the time that was set: so a visit is met by the
meeting at the place, negotiations by a treaty, help by a grant. They are scored in points as in ``ledger/identity``,
and each says why it is taken to be about it. The eighth meeting never answers the ninth, and a sentence that fits
another promise far better is left to that one.
"""

from dragoman.follow.promises.following import promises
from dragoman.follow.promises.promise import Promise, Told, Verdict
from dragoman.follow.promises.sessions import Session, sessions_of

__all__ = ["Promise", "Session", "Told", "Verdict", "promises", "sessions_of"]
