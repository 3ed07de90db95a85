"""Data: generated sets, sets that come along, imported tables. `DataSpec` -> `build_dataset` -> `Dataset`."""

from engine.data.build import build_dataset
from engine.data.csv_file import ReadingCancelled, is_table_file
from engine.data.csv_preview import ColumnPreview, CsvChoices, Preview, preview
from engine.data.csv_reader import read_table
from engine.data.data_spec import DataSpec
from engine.data.dataset import Dataset, output_of
from engine.data.errors import DataError
from engine.data.features import FEATURES, Feature, features_of
from engine.data.given import GivenExamples, checked_matrix
from engine.data.location import data_folder, exercise_folder
from engine.data.plane import (
    PlaneGrid,
    default_plane,
    fitting_plane,
    plane_extent,
    plane_grid,
    plane_labels,
    plane_points,
    points_at,
    prepare_pictures,
    project,
)
from engine.data.scaling import SCALINGS, Scaling
from engine.data.sources import SOURCES, Source, sample
from engine.data.table import Table, TableError
from engine.data.thumbnails import thumbnail_points

__all__ = [
    "FEATURES",
    "SCALINGS",
    "SOURCES",
    "ColumnPreview",
    "CsvChoices",
    "DataError",
    "DataSpec",
    "Dataset",
    "Feature",
    "GivenExamples",
    "PlaneGrid",
    "Preview",
    "ReadingCancelled",
    "Scaling",
    "Source",
    "Table",
    "TableError",
    "build_dataset",
    "checked_matrix",
    "data_folder",
    "default_plane",
    "exercise_folder",
    "features_of",
    "fitting_plane",
    "is_table_file",
    "output_of",
    "plane_extent",
    "plane_grid",
    "plane_labels",
    "plane_points",
    "points_at",
    "prepare_pictures",
    "preview",
    "project",
    "read_table",
    "sample",
    "thumbnail_points",
]
