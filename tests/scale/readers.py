"""Readers that need no language model: one line of what they do each."""

import os
import time

from dragoman.models import Event, Evidence, Heading, Reading


class Echo:
    """Finds one entry, titled with the text; "slow" takes its time, "wrong" fails, "fatal" ends the process."""

    def read(self, document):
        if "slow" in document.text:
            time.sleep(0.3)
        if "wrong" in document.text:
            raise ValueError("cannot read this")
        if "fatal" in document.text:
            os._exit(9)
        known = {"id": document.id, "title": document.title, "date": document.date}
        evidence = (Evidence(start=0, end=len(document.text)),)
        entry = Event(type="other", title=document.text, confidence=0.5, why=(str(os.getpid()),), evidence=evidence)
        return Reading(document=Heading(**known), entries=(entry,))


def broken():
    raise RuntimeError("no language model")
