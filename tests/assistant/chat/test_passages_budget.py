"""A model is given whole paragraphs, best first, as far as its tokens reach, each under an id of its own."""

import pytest

from assistant.chat.passages import as_data, as_prompt, choose, new_id

ATTENDED = "How many delegates attended the meeting of the River Board?"
CHARACTERS = 3.5


@pytest.fixture(scope="module")
def found(river) -> tuple[list, list]:
    """Return the ranked sentences and the evidence for a question."""
    from assistant.compose import open_assistant

    library, settings = river
    ranked = open_assistant(settings, library).read(ATTENDED)
    return ranked, list(dict.fromkeys(item.candidate.evidence for item in ranked))


@pytest.mark.parametrize("budget", [60, 120, 200, 400])
def test_passages_fit_the_budget_whole(found, budget: int) -> None:
    """No paragraph is cut, and together they are no longer than the tokens allow."""
    ranked, evidence = found
    given = choose(ranked, evidence, budget)
    assert sum(len(as_data(passage)) for passage in given) <= budget * CHARACTERS
    for passage in given:
        assert passage.evidence.paragraph.text in as_data(passage).replace(" | ", "\t")


def test_the_best_come_first_and_stay_longest(found) -> None:
    """What a larger budget gives begins with the paragraph of the best sentence, and a smaller one drops the last."""
    ranked, evidence = found
    places = [each.evidence.paragraph.position for each in choose(ranked, evidence, 10_000)]
    best = list(dict.fromkeys(item.candidate.evidence.paragraph.position for item in ranked))
    assert places[: len(best)] == best
    assert len(places) > 2
    fewer = [each.evidence.paragraph.position for each in choose(ranked, evidence, 120)]
    assert 0 < len(fewer) < len(places)
    assert fewer == [place for place in places if place in fewer]


def test_a_budget_without_room_gives_nothing(found) -> None:
    """A paragraph that does not fit is left out rather than cut."""
    assert choose(*found, 5) == ()


def test_ids_are_never_used_again(found) -> None:
    """The same passages have other ids each time, and no id repeats."""
    given = [*choose(*found, 10_000), *choose(*found, 10_000)]
    assert len({passage.id for passage in given}) == len(given)
    assert len({new_id() for _ in range(1_000)}) == 1_000


def test_a_passage_cannot_end_itself(found) -> None:
    """Between its two tags stands no other tag, and nothing that cannot be seen."""
    given = choose(*found, 10_000)
    prompt = as_prompt(given)
    assert prompt.count("<") == prompt.count(">") == 2 * len(given)


def test_no_room_for_any_passage_is_told(scripted) -> None:
    """The model is not asked, and the documents' own words are the answer."""
    assistant, server = scripted("Anything.", context=5)
    answer = assistant.ask(ATTENDED)
    assert server.asked == []
    assert "RAPPORTEUR_MODEL_CONTEXT" in answer.writing.notice
    assert "42" in answer.text
