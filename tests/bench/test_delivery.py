from tests.bench.delivery import most_in_a_second


def test_most_in_a_second_counts_half_open_seconds() -> None:
    assert most_in_a_second([]) == 0
    assert most_in_a_second([0.0, 0.5, 0.9, 1.0, 1.4, 3.0]) == 4
