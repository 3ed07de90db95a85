"""PyInstaller's own hook less the plugins that are not wanted: with them their libraries would come along."""

from contents import without_unwanted
from PyInstaller.utils.hooks.qt import add_qt6_dependencies

hiddenimports, binaries, datas = add_qt6_dependencies(__file__)
binaries = without_unwanted(binaries)
