"""Which words are matched, and how."""

import subprocess
import sys
from pathlib import Path

import pytest

from corpus.text.word_counts import count_words
from corpus.text.words import tokenize
from index.stores.terms import WordIndex


def test_every_word_is_found_as_often_as_it_is_counted() -> None:
    """Counting and searching cut words alike: numbers in letters, symbols, spellings, possessives and accents."""
    texts = [
        "The Centre's eleven programmes for low-carbon growth, 11 of 22.0 per cent",
        "document A/78/5 of the seventy-sixth session; COVID-19 in 2020-2022",
        "the 76th session of the Center: organised, organized, 15,000 and 15000",
        "São Tomé was Sao Tome before L.20",
    ]
    terms = WordIndex(None)
    terms.add((key, 10, text) for key, text in enumerate(texts))
    terms.commit()
    counted = count_words(texts).holding
    for word in (word for text in texts for word in tokenize(text)):
        assert len(terms.search(word.surface, limit=9)) == counted[word.stem], word


@pytest.mark.parametrize(
    ("printed", "typed"),
    [("in 2020–2022", "2020-2022"), ("2020-2022", "2020–2022?"), ("206,000 patents", "206000"),
     ("206 000 patents", "206,000"), ("1\u00a0500", "1500"), ("1,500", "1 500"),
     ("fell by 22.0 per cent.", "22.0"), ("(A/78/5)", "a/78/5")],
)  # fmt: skip
def test_figures_are_found_as_they_are_typed(printed: str, typed: str) -> None:
    """Whatever stands between thousands, and whichever dash between years."""
    terms = WordIndex(None)
    terms.add([(1, 10, printed)])
    terms.commit()
    assert terms.search(typed, limit=1)


def _filled() -> WordIndex:
    terms = WordIndex(None)
    terms.add([(1, 10, "harbours of the north"), (2, 10, "a harbour"), (3, 20, "budget of 1,500 for the harbours")])
    terms.commit()
    return terms


def test_stems_meet_and_ties_keep_the_order_of_keys() -> None:
    """A plural finds the singular, accents and case do not matter, and equal scores come by key."""
    terms = _filled()
    assert {key for key, _ in terms.search("HARBOURING", limit=5)} == {1, 2, 3}
    assert [key for key, _ in terms.search("1500", limit=5)] == [3]
    found = terms.search("harbour", limit=5)
    assert found == sorted(found, key=lambda pair: (-pair[1], pair[0]))


def test_limits_hold() -> None:
    """Only the revisions or keys asked for come back, with the score they have without the limit."""
    terms = _filled()
    everything = dict(terms.search("harbour budget", limit=5))
    assert dict(terms.search("harbour budget", limit=5, revisions=[20])) == {3: everything[3]}
    assert dict(terms.search("harbour budget", limit=5, keys=[1])) == {1: everything[1]}


def test_words_of_questions_alone_still_find_something() -> None:
    """A query of nothing but common words is searched as it is; one without words finds nothing."""
    terms = _filled()
    assert [key for key, _ in terms.search("of the", limit=5)] == [1, 3]
    assert terms.search("?!", limit=5) == []


def test_what_is_erased_is_found_no_more() -> None:
    """A revision can be taken out, and put in again, without a trace of its former self."""
    terms = _filled()
    terms.erase([10])
    terms.add([(4, 10, "lighthouse")])
    terms.commit()
    assert list(terms.keys()) == [3, 4]
    assert (terms.count_of(10), terms.count_of(20)) == (1, 1)


_FILL_DISK = """
import faulthandler, resource, signal, sys
from contextlib import suppress
from pathlib import Path
from corpus.errors import LibraryDamaged
from index.stores.terms import WordIndex
faulthandler.dump_traceback_later(60, exit=True)
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
terms = WordIndex(Path(sys.argv[1]))
terms.add([(1, 10, "harbour")])
terms.commit()
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, resource.RLIM_INFINITY))
for size in (1, 1000, 10):
    with suppress(LibraryDamaged):
        terms.add((key, 20, f"buoy {key}") for key in range(2, 2 + size))
        terms.commit()
        raise SystemExit("there was room")
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
terms.add([(3, 30, "lighthouse")])
terms.commit()
terms.close()
print(sorted(terms.keys().tolist()), terms.search("lighthouse", limit=1)[0][0])
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no limit of file size to stand for a full disk")
def test_the_index_writes_again_after_a_full_disk(tmp_path: Path) -> None:
    """As often as there was no room, the next addition goes in, and nothing of those that failed is there."""
    ran = subprocess.run([sys.executable, "-c", _FILL_DISK, str(tmp_path)], capture_output=True, text=True, check=False)
    assert ran.stdout == "[1, 3] 3\n", ran.stderr
