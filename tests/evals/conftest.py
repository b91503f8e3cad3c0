"""What the tests of the evaluation may use."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture(scope="session")
def made() -> ModuleType:
    """Return the module that makes outcomes and runs up."""
    path = Path(__file__).with_name("outcomes.py")
    spec = importlib.util.spec_from_file_location("made_up_outcomes", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module
