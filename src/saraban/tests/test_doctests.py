"""Every example in a docstring must hold."""

import doctest
import importlib
import pkgutil

import pytest

import saraban

MODULES = [m.name for m in pkgutil.walk_packages(saraban.__path__, "saraban.") if ".tests" not in m.name]


@pytest.mark.parametrize("name", MODULES)
def test_docstring_examples(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0
