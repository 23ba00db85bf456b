"""Options of the test run."""

from __future__ import annotations

import os

import pytest

os.environ.setdefault("FACTCHECK_CACHE", "off")  # tests leave nothing in the user's cache folder


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="write the golden files anew; then read the diff line by line"
    )


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Are golden files to be written instead of compared?"""
    return bool(request.config.getoption("--update-golden"))
