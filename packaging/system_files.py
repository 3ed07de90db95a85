"""What Windows and macOS read about a program: the version resource and the entries of Info.plist."""

from __future__ import annotations

from typing import Any

NAME = "Chalknet"
DESCRIPTION = "See how a neural network learns"
COPYRIGHT = "Chalknet contributors, MIT licence"
PROJECT_TYPE = "org.chalknet.project"
MIME_TYPE = "application/vnd.chalknet.project+zip"


def version_resource(version: str) -> str:
    """The text that PyInstaller compiles to a VS_VERSION_INFO resource. version: such as 0.1.0."""
    numbers = tuple([*(int(part) for part in version.split(".")), 0, 0, 0][:4])
    strings = {
        "CompanyName": COPYRIGHT.split(",", maxsplit=1)[0],
        "FileDescription": f"{NAME}: {DESCRIPTION.lower()}",
        "FileVersion": version,
        "InternalName": "chalknet",
        "LegalCopyright": COPYRIGHT,
        "OriginalFilename": "chalknet.exe",
        "ProductName": NAME,
        "ProductVersion": version,
    }
    table = ", ".join(f"StringStruct({name!r}, {value!r})" for name, value in strings.items())
    return (
        f"VSVersionInfo(ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3f, flags=0x0, OS=0x40004, "
        "fileType=0x1, subtype=0x0, date=(0, 0)), kids=["
        f"StringFileInfo([StringTable('040904B0', [{table}])]), "
        "VarFileInfo([VarStruct('Translation', [0x0409, 1200])])])\n"
    )


def info_plist(version: str) -> dict[str, Any]:
    """Entries of Info.plist beside those that PyInstaller writes: the file type, and that both themes are drawn."""
    return {
        "CFBundleDisplayName": NAME,
        "CFBundleShortVersionString": version,
        "CFBundleVersion": version,
        "LSApplicationCategoryType": "public.app-category.education",
        "LSMinimumSystemVersion": "13.0",
        "NSHighResolutionCapable": True,
        "NSHumanReadableCopyright": COPYRIGHT,
        "NSRequiresAquaSystemAppearance": False,
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": f"{NAME} project",
                "CFBundleTypeRole": "Editor",
                "LSHandlerRank": "Owner",
                "LSItemContentTypes": [PROJECT_TYPE],
            }
        ],
        "UTExportedTypeDeclarations": [
            {
                "UTTypeIdentifier": PROJECT_TYPE,
                "UTTypeDescription": f"{NAME} project",
                "UTTypeConformsTo": ["public.data"],
                "UTTypeTagSpecification": {
                    "public.filename-extension": ["chalk"],
                    "public.mime-type": [MIME_TYPE],
                },
            }
        ],
    }
