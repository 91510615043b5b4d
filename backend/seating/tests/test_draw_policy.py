"""座席抽選, the pure part: fair, within what people need, and parting recent neighbours."""

from collections import Counter

from seating.policies.adjacency import DeskBox, neighbours
from seating.policies.draw_record import as_read, as_written
from seating.policies.section_draw import DeskInDraw, Drawer, DrawWanted, draw

CHI_SQUARE_7_AT_1_IN_10_000 = 29.88
DRAWS = 10_000


def island(columns, rows):
    """Desks in two columns each, back to back, as they stand in the hall."""
    boxes = [
        DeskBox(x * rows + y, f"A-{x * rows + y:03}", 6, 0.75 * x + (x // 2) * 4, 1.25 * y, 0.7, 1.2)
        for x in range(columns)
        for y in range(rows)
    ]
    beside = neighbours(boxes)
    pairs = {frozenset((one, other)) for one, others in beside.items() for other in others}
    return [DeskInDraw(box.desk_id, box.code) for box in boxes], sorted(pairs, key=sorted)


def test_ten_thousand_draws_give_each_of_six_people_each_of_eight_desks_equally_often():
    wanted = DrawWanted([Drawer(person) for person in range(6)], [DeskInDraw(desk, f"A-{desk}") for desk in range(8)])

    got = Counter(seat for number in range(DRAWS) for seat in draw(wanted, f"{number:016x}").seats.items())

    aim = DRAWS / 8
    for person in range(6):
        assert sum((got[person, desk] - aim) ** 2 / aim for desk in range(8)) < CHI_SQUARE_7_AT_1_IN_10_000
    assert sum(got.values()) == 6 * DRAWS


def test_too_few_desks_leave_everybody_out_equally_often():
    wanted = DrawWanted([Drawer(person) for person in range(8)], [DeskInDraw(desk, f"A-{desk}") for desk in range(5)])

    left_out = Counter(person for number in range(DRAWS) for person in draw(wanted, f"{number:x}").without)

    aim = DRAWS * 3 / 8
    # Being left out is a count of yes and no, so what is divided by is its variance.
    assert sum((left_out[person] - aim) ** 2 / (aim * 5 / 8) for person in range(8)) < CHI_SQUARE_7_AT_1_IN_10_000


def test_nobody_is_drawn_twice_and_no_desk_either():
    desks, pairs = island(4, 6)
    result = draw(DrawWanted([Drawer(person) for person in range(20)], desks, next_to=pairs), "seed")
    assert len(set(result.seats.values())) == len(result.seats) == 20


def test_needs_are_kept_before_all_else():
    desks = [
        DeskInDraw(number, f"A-{number}", features=frozenset({"accessible"} if number < 2 else ()))
        for number in range(5)
    ]
    people = [Drawer(0, frozenset({"accessible"})), Drawer(1, frozenset({"accessible"})), *map(Drawer, range(2, 5))]
    for number in range(200):
        seats = draw(DrawWanted(people, desks), str(number)).seats
        assert {seats[0], seats[1]} == {0, 1}


def test_who_needs_what_no_desk_has_left_is_told_and_blocks_nobody():
    desks = [DeskInDraw(0, "A-0", features=frozenset({"accessible"})), DeskInDraw(1, "A-1")]
    people = [Drawer(person, frozenset({"accessible"})) for person in range(2)] + [Drawer(2)]
    result = draw(DrawWanted(people, desks), "seed")
    assert (len(result.unmet), result.without, result.seats[2]) == (1, [], 1)


def test_farther_areas_are_opened_only_when_the_nearer_are_full():
    desks = [DeskInDraw(number, f"A-{number}", rank=number // 4) for number in range(12)]
    seats = draw(DrawWanted([Drawer(person) for person in range(6)], desks), "seed").seats
    assert set(seats.values()) > {0, 1, 2, 3}
    assert max(seats.values()) < 8


def test_recent_neighbours_are_parted():
    desks, pairs = island(8, 6)
    people = [Drawer(person) for person in range(40)]
    before = after = 0
    for number in range(20):
        first = draw(DrawWanted(people, desks, next_to=pairs), f"monday {number}").seats
        at = {desk: person for person, desk in first.items()}
        together = {frozenset(at[desk] for desk in pair): 1 for pair in pairs if all(desk in at for desk in pair)}
        plain = draw(DrawWanted(people, desks, next_to=pairs), f"tuesday {number}").seats
        again = {desk: person for person, desk in plain.items()}
        before += sum(
            frozenset(again[desk] for desk in pair) in together for pair in pairs if all(desk in again for desk in pair)
        )
        after += draw(DrawWanted(people, desks, next_to=pairs, together=together), f"tuesday {number}").repeated
    assert before > 40
    assert after == 0


def test_people_who_keep_their_desk_count_as_neighbours_and_do_not_move():
    desks, pairs = island(2, 3)
    together = {frozenset((0, 1)): 3}
    for number in range(50):
        wanted = DrawWanted([Drawer(1)], desks[1:], fixed={0: 0}, next_to=pairs, together=together)
        result = draw(wanted, str(number))
        assert frozenset((0, result.seats[1])) not in pairs


def test_a_draw_is_made_again_from_what_was_written():
    desks, pairs = island(4, 6)
    wanted = DrawWanted(
        [Drawer(person, frozenset({"monitor"} if person == 3 else ())) for person in range(12)],
        [DeskInDraw(desk.desk_id, desk.code, features=frozenset({"monitor"})) for desk in desks],
        fixed={99: 23},
        next_to=pairs,
        together={frozenset((0, 1)): 2, frozenset((4, 99)): 1},
    )
    assert draw(as_read(as_written(wanted)), "seed") == draw(wanted, "seed")
    assert draw(wanted, "another").seats != draw(wanted, "seed").seats
