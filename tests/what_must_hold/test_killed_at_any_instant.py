"""Web server and worker are killed while clients book.

Twice here, because each new start costs seconds; `python -m tests.benchmarks --kill` kills fifty
times.
"""

from tests.benchmarks import killing

KILLS = 2
SEED = 7


def test_nothing_told_is_lost_nothing_is_half_and_no_letter_comes_twice() -> None:
    outcome = killing.run(KILLS, SEED)

    assert outcome.faults == []
    assert outcome.kills == {"web server": KILLS // 2, "worker": KILLS // 2}
    assert len(set(outcome.told)) == len(outcome.told) > 0
