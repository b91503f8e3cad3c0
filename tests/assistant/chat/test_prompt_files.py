"""Prompts are read strictly, filled with what they declare and nothing else, and known by their digest."""

import hashlib
from pathlib import Path

import pytest

from assistant.chat.prompt import PromptError, load_prompt, parse_prompt

PROMPTS = Path(__file__).resolve().parents[3] / "prompts"
SOUND = "---\ninputs: [name]\n---\n# system\nBe brief.\n# human\nHello {name}.\n"


@pytest.mark.parametrize("name", ["answer", "judge", "rewrite"])
def test_each_prompt_is_well_formed(name: str) -> None:
    """It has a system and a human message, and its digest is that of its file."""
    prompt = load_prompt(name)
    assert [message.role for message in prompt.messages] == ["system", "human"]
    assert prompt.digest == hashlib.sha256((PROMPTS / f"{name}.md").read_bytes()).hexdigest()[:12]


def test_an_input_is_put_in_once() -> None:
    """What is put in is not looked through again, whatever braces it holds."""
    _, human = parse_prompt("greeting", SOUND).fill(name="{name} {other} {{ 7 * 7 }}")
    assert human.text == "Hello {name} {other} {{ 7 * 7 }}."


@pytest.mark.parametrize("inputs", [{}, {"nam": "x"}, {"name": "x", "more": "y"}])
def test_other_inputs_are_refused(inputs: dict[str, str]) -> None:
    """One too few, one too many or one misspelt is named."""
    with pytest.raises(PromptError, match="prompt 'greeting' takes name, and was given"):
        parse_prompt("greeting", SOUND).fill(**inputs)


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("# system\nNo front.\n", "does not begin with its inputs"),
        (SOUND.replace("inputs: [name]", "inputs: [name]\nmodel: x"), "does not begin with its inputs"),
        (SOUND.replace("[name]", "name"), "write a list of names"),
        (SOUND.replace("[name]", "[na me]"), "write a list of names"),
        (SOUND.replace("{name}", "you"), "must use each input it declares"),
        (SOUND.replace("Be brief.", "Be {brief}."), "must use each input it declares"),
        (SOUND.replace("# human", "# tool"), "must consist of messages"),
        (SOUND.replace("# system\n", "Before.\n# system\n"), "must consist of messages"),
    ],
)
def test_what_is_not_as_declared_is_refused(source: str, said: str) -> None:
    """An unknown key, input or role is an error that says what is wrong."""
    with pytest.raises(PromptError, match=said):
        parse_prompt("greeting", source)


def test_a_changed_prompt_has_another_digest() -> None:
    """One character is enough."""
    assert parse_prompt("one", SOUND).digest != parse_prompt("two", SOUND.replace("brief", "short")).digest
