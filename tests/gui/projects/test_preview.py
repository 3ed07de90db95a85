"""The preview of a project is painted on a thread, for every kind of data."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest
from PySide6.QtGui import QImage

from engine.data import SOURCES, DataSpec, build_dataset
from engine.session import Session
from engine.setup import Setup
from gui.projects.preview import HEIGHT, WIDTH, preview_of
from gui.training.commands import RunCopy


@pytest.mark.parametrize("source", [key for key in SOURCES if SOURCES[key].generate or SOURCES[key].load])
def test_that_every_data_set_has_a_picture_painted_on_a_thread(qapp, source):
    spec = DataSpec(source)
    dataset = build_dataset(spec)
    setup = replace(Setup(), data=spec).fitted_to(dataset)
    session = Session(setup, dataset)
    session.run_updates(20)
    copy = RunCopy(setup, dataset, session.project_state())
    pictures: list[bytes] = []
    thread = threading.Thread(target=lambda: pictures.append(preview_of(copy)))
    thread.start()
    thread.join()
    picture = QImage.fromData(pictures[0])
    assert (picture.width(), picture.height()) == (WIDTH, HEIGHT)
    assert not picture.allGray()
