"""Every fault of a scene is found, at its true line, in words that say what to do."""

from __future__ import annotations

import pytest

from tests.engine.lessons.found_faults import check_said
from tests.engine.lessons.lesson_texts import lesson_text, scene_page


def check_said_of_last_line(workspace: str, settings: str, says: str) -> None:
    text = lesson_text(scene_page(f'workspace = "{workspace}"\n{settings}'))
    check_said(text, settings.splitlines()[-1], says)


@pytest.mark.parametrize(
    ("block", "part", "says"),
    [
        ('lab = "x"\nseed = = 3', "seed = = 3", "not valid TOML"),
        ("same = true\nnote = no quotes", "note = no", "text stands in quotes"),
        ("same = true\nsame = true", "same = true\n```", "not valid TOML"),
        ("same = true\nlit = [", "lit = [", "not valid TOML"),
        ('note = "a"', 'note = "a"', "a scene needs one of lab"),
        ('workspace = "trian"', "workspace", "did you mean train?"),
        ('lab = "nowhere"', "lab = ", "there is no lab 'nowhere'"),
        ("lab = 3", "lab = 3", "lab must be text in quotes"),
        ("same = false", "same = ", "same can only be true"),
        ("same = true", "same = ", "there is none that could be read"),
        ('workspace = "graph"', "workspace = ", "expression is missing"),
    ],
)
def test_a_block_is_checked_and_the_line_named(block: str, part: str, says: str) -> None:
    check_said(lesson_text(scene_page(block)), part, says)


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        ('lab = "slope"', "it has lab and workspace"),
        ("alpha = 0.1", "'alpha' is unknown"),
        ("update = 3", "did you mean updates?"),
        ('\nsetup = "spirals"', "there is no set-up 'spirals'; did you mean spiral?"),
        ('data = { source = "circel" }', "data: source 'circel' is unknown; did you mean circle?"),
        ("data = { noise = 300 }", "data: noise must be from 0 to 80, not 300"),
        ('data = { inputs = ["x9"] }', "inputs 'x9' is unknown"),
        ("data = { X = [[1, 2]] }", "Y is missing"),
        ("data = { X = [[1, 2]], Y = [[1]] }", "X has 2 columns and Y has 1"),
        ('data = { source = "drawn", points = [[1, 2, 5]] }', "point 1 must be"),
        ("data = 5", "data must be a table"),
        ('network = { layers = "four tanh" }', 'layers are written "4 tanh, 1 sigmoid"'),
        ('network = { layers = "4 tahn, 1 sigmoid" }', "did you mean tanh?"),
        ('network = { layers = "4 tanh, 2 softmax" }', "need the output layer 1 sigmoid"),
        ('network = { layers = "5000 tanh, 1 sigmoid" }', "1 to 1000 units"),
        ('network = { layers = "1000 tanh, 1000 tanh, 1 sigmoid" }', "at most 300000"),
        ("network = { layers = 4 }", "layers must be text"),
        ("network = 4", "network must be a table"),
        ("training = { alpha = 0 }", "alpha must be from 1e-09"),
        ("training = { batch_size = 1.5 }", "batch_size must be a whole number"),
        ("weights = [ { W = [[1]], b = [1] } ]", "weights are given for 1 layers"),
        ('weights = "zero"', "weights must be a list"),
        ("updates = 30000", "updates must be from 0 to 20000"),
        ('setup = "digits"\nupdates = 20000', "take too long when a scene opens"),
        ("run = 1", "run must be true or false"),
        ('show = ["costs"]', "did you mean cost?"),
        ('lit = ["alhpa"]', "'alhpa' can't be lit here; did you mean alpha?"),
        ('lit = "alpha"', "lit must be a list of texts"),
        ('given = ["five"]', "'five' is no number"),
    ],
)
def test_a_scene_of_training_is_checked_and_the_line_named(settings: str, says: str) -> None:
    check_said_of_last_line("train", settings, says)


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        ('row = "dW[7]"', "with layers from 1 to 3"),
        ("row = 99", "row must be from 1 to 25"),
        ("cell = [0, 1]", "cell must be a row and a column from 1"),
        ('row = "J"\ncell = [2, 1]', "J has 1 rows and 1 columns"),
        ('columns = "every"', "columns 'every' is unknown"),
        ('setup = "worked-example"\ncolumns = 5', "there is no training example 5"),
    ],
)
def test_a_scene_of_steps_is_checked_and_the_line_named(settings: str, says: str) -> None:
    check_said_of_last_line("step", settings, says)


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        ('expression = "3 * * 4"', "expression: column 5"),
        ('expression = "a + b"\nat = { a = 1 }', "a number for b is missing"),
        ('expression = "a"\nat = { a = 1, z = 2 }', "no variable 'z'"),
        ('expression = "a"\nat = { a = "one" }', "a must be a number"),
        ('expression = "a * a"\nat = { a = 1 }\nevent = 9', "event must be from 0 to 1"),
        ('expression = "a * a"\nat = { a = 1 }\nnudge = "b"', "no variable 'b'"),
    ],
)
def test_a_scene_of_a_graph_is_checked_and_the_line_named(settings: str, says: str) -> None:
    check_said_of_last_line("graph", settings, says)
