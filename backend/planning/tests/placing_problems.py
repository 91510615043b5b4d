"""Small placement problems, for properties that hold of every one."""

from hypothesis import strategies as st

from planning.policies.placing import FloorRoom, PlacementProblem, Section, near_by_lineage


@st.composite
def problems(draw):
    floors = tuple(
        FloorRoom(id=number + 1, capacity=draw(st.integers(2, 14)), level=level)
        for number, level in enumerate(draw(st.lists(st.integers(-1, 6), min_size=2, max_size=3)))
    )
    ids = [floor.id for floor in floors]
    days = draw(st.sampled_from([0, 0, 3]))
    sections = []
    for number in range(draw(st.integers(1, 5))):
        desks = draw(st.integers(1, 6))
        usual = tuple(draw(st.lists(st.integers(0, desks), min_size=days, max_size=days)))
        sections.append(
            Section(
                id=number + 10,
                desks=desks,
                counter=draw(st.booleans()),
                fixed_floor=draw(st.sampled_from([None, None, None, *ids])),
                home=draw(st.sampled_from([None, *ids])),
                lineage=(100 + number % 2, 200 + number // 2),
                usual=usual,
            )
        )
    return PlacementProblem(
        sections=tuple(sections),
        floors=floors,
        near=near_by_lineage(
            sections, weight_by_department={100: 2, 101: 2, 200: 3, 201: 3, 202: 3}, pairs=[(10, 11, 1)]
        ),
        counter_weight=draw(st.integers(0, 3)),
        move_weight=draw(st.integers(0, 3)),
        most_moves=draw(st.sampled_from([None, None, 0, 1, 2])),
        days=days,
    )
