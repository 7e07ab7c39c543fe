"""What all tests share."""

import os

import pytest
from hypothesis import settings

# In CI the property tests draw the same examples each time: a build tells of its own change alone.
settings.register_profile("ci", derandomize=True)
if os.environ.get("CI") == "true":
    settings.load_profile("ci")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run the slow tests last: what is broken shows early."""
    items.sort(key=lambda item: item.get_closest_marker("slow") is not None)
