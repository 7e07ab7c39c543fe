"""What all tests share."""

import pytest


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run the slow tests last: what is broken shows early."""
    items.sort(key=lambda item: item.get_closest_marker("slow") is not None)
