"""One slot, newest wins; a gate that cannot stop the training for ever."""

from __future__ import annotations

import threading
import time

from engine.data import build_dataset
from engine.session import Session
from engine.setup import Setup
from engine.snapshot import Snapshot, Wishes
from gui.training.mailbox import Gate, Mailbox


def snapshot(iterations: int) -> Snapshot:
    setup = Setup()
    session = Session(setup, build_dataset(setup.data))
    session.run_updates(iterations)
    return session.observe(Wishes(unit_grid=0, output_grid=0), 0, "paused", 0.0)


def test_that_a_new_snapshot_replaces_an_unread_one():
    mailbox = Mailbox()
    mailbox.put(snapshot(1))
    mailbox.put(snapshot(2))
    taken = mailbox.take()
    assert taken is not None
    assert taken.iteration == 2
    assert mailbox.take() is None


def test_that_the_worker_learns_when_its_snapshot_was_taken():
    mailbox = Mailbox()
    assert mailbox.taken.is_set()
    mailbox.put(snapshot(1))
    assert not mailbox.taken.is_set()
    mailbox.take()
    assert mailbox.taken.is_set()


def test_that_a_closed_gate_holds_the_worker_until_it_opens():
    gate = Gate()
    gate.PATIENCE = 30.0
    gate.close()
    passed = threading.Event()
    thread = threading.Thread(target=lambda: (gate.pass_through(), passed.set()))
    thread.start()
    assert not passed.wait(0.05)
    gate.open()
    assert passed.wait(5)
    thread.join()


def test_that_a_forgotten_gate_lets_the_worker_pass():
    gate = Gate()
    gate.close()
    began = time.perf_counter()
    gate.pass_through()
    assert time.perf_counter() - began < 5
    assert not gate.is_open
