import pytest

from gates.policies.gate_code import floor_code_of


@pytest.mark.parametrize(
    ("gate", "floor"),
    [("G06-1", "6"), ("G13-2", "13"), ("B1-2", "B1"), ("GB1-2", "B1"), ("NORTH", None), ("G-1", None), ("", None)],
)
def test_a_gate_of_a_floor_names_it(gate, floor):
    assert floor_code_of(gate) == floor
