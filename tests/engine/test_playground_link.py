"""A TensorFlow Playground's address as a set-up: keys, defaults, faults, and what is told of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.data import build_dataset
from engine.playground_address import KEYS, is_address
from engine.playground_link import from_address
from engine.setup import Setup, SetupError

SITE = "https://playground.tensorflow.org/"
SPIRAL = (
    f"{SITE}#activation=relu&batchSize=12&dataset=spiral&regDataset=reg-plane&learningRate=0.03"
    "&regularizationRate=0.001&noise=15&networkShape=8,7&seed=0.45232&showTestData=true&discretize=false"
    "&percTrainData=60&x=true&y=false&xTimesY=true&xSquared=false&ySquared=false&cosX=true&sinX=true"
    "&cosY=false&sinY=false&collectStats=false&problem=classification&initZero=false&hideText=false"
    "&regularization=L2&showTestData_hide=true"
)


def setup_of(said: str) -> Setup:
    return from_address(f"{SITE}#{said}").setup


def test_that_a_whole_address_is_carried_over():
    linked = from_address(SPIRAL)
    data, network, training = linked.setup.data, linked.setup.network, linked.setup.training
    assert (data.source, data.noise, data.train_share, data.seed) == ("spiral", 15, 60, 45232)
    assert data.inputs == ("x1", "x1_x2", "sin_x1")
    assert network.sizes == (3, 8, 7, 1)
    assert [layer.activation for layer in network.layers] == ["relu", "relu", "sigmoid"]
    assert (network.cost, network.l1, network.l2) == ("binary_cross_entropy", 0.0, 0.001)
    assert network.initialization == "uniform"
    assert (training.optimizer, training.alpha, training.batch_size) == ("gradient_descent", 0.03, 12)
    assert linked.shows_test
    assert not linked.is_discretised


def test_that_what_is_not_said_has_the_playgrounds_default():
    for text in (SITE, "playground.tensorflow.org", f"{SITE}#", "http://playground.tensorflow.org/?x#"):
        setup = from_address(text).setup
        assert (setup.data.source, setup.data.noise, setup.data.train_share) == ("circle", 0, 50)
        assert setup.data.inputs == ("x1", "x2")
        assert setup.network.sizes == (2, 4, 2, 1)
        assert {layer.activation for layer in setup.network.layers[:-1]} == {"tanh"}
        assert (setup.training.alpha, setup.training.batch_size) == (0.03, 10)
        assert (setup.network.l1, setup.network.l2) == (0.0, 0.0)


def test_that_a_regression_ends_in_a_linear_unit():
    setup = setup_of("problem=regression&regDataset=reg-gauss&networkShape=")
    assert setup.data.source == "multi_gauss"
    assert setup.network.sizes == (2, 1)
    assert (setup.network.layers[0].activation, setup.network.cost) == ("linear", "mean_squared_error")


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("dataset=xor", ["points", "start weights", "sigmoid with cross-entropy"]),
        ("problem=regression", ["points", "start weights"]),
        ("initZero=true&problem=regression", ["points"]),
        ("cosX=true&cosY=true", ["no cos x1", "no cos x2"]),
    ],
)
def test_that_what_is_not_the_same_is_told_in_one_short_line(said, names):
    note = from_address(f"{SITE}#{said}").note
    assert all(name in note for name in names)
    assert "\n" not in note
    assert len(note) < 100


def test_that_weights_of_zero_stay_zero():
    assert setup_of("initZero=true").network.initialization == "zeros"


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ("learningRate=fast", "learningRate"),
        ("learningRate=0", "alpha"),
        ("learningRate=nan", "alpha"),
        ("batchSize=2.5", "batchSize"),
        ("batchSize=1e400", "batchSize"),
        ("batchSize=0", "batch_size"),
        ("noise=99", "noise"),
        ("percTrainData=5", "train_share"),
        ("networkShape=4,-2", "networkShape"),
        ("networkShape=4,two", "networkShape"),
        ("networkShape=99999,99999", "parameters"),
        ("activation=swish", "activation"),
        ("dataset=swissroll", "dataset"),
        ("problem=regression&regDataset=reg-argmax", "regDataset"),
        ("regularization=L3", "regularization"),
        ("regularization=L1&regularizationRate=-1", "l1"),
        ("x=false&y=false&cosX=true", "no input"),
    ],
)
def test_that_a_fault_is_one_sentence_that_names_it(said, key):
    with pytest.raises(SetupError, match=key) as raised:
        setup_of(said)
    assert str(raised.value).startswith("the address: ")
    assert "\n" not in str(raised.value)


def test_that_a_seed_of_any_text_is_a_number_and_always_the_same():
    assert setup_of("seed=0.12345").data.seed == 12345
    assert setup_of("seed=7").data.seed == 7
    named = setup_of("seed=lecture%204").data.seed
    assert named == setup_of("seed=lecture%204").data.seed
    assert named != setup_of("seed=lecture%205").data.seed


@pytest.mark.parametrize(
    "text",
    [
        SPIRAL,
        f"  {SITE}\n",
        "PLAYGROUND.tensorflow.org/#dataset=xor",
        "#dataset=xor&noise=5",
        "dataset=xor",
        "https://a.fork.example/demo/#activation=relu&networkShape=3",
    ],
)
def test_that_an_address_is_known_with_and_without_its_host(text):
    assert is_address(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "lecture.chalk",
        "a=b.csv",
        '{"format": "chalknet-setup"}',
        "https://example.org/",
        "x = 3",
        "#",
        "x=1 y=2",
    ],
)
def test_that_other_texts_are_no_addresses(text):
    assert not is_address(text)


@given(st.dictionaries(st.sampled_from(sorted(KEYS)), st.text(max_size=12), max_size=8))
def test_that_any_address_is_a_set_up_that_can_be_used_or_one_fault(said):
    text = f"{SITE}#" + "&".join(f"{key}={value}" for key, value in said.items())
    try:
        setup = from_address(text).setup
    except SetupError:
        return
    assert setup.fitted_to(build_dataset(setup.data)) == setup
