"""What can go wrong with a package."""

from __future__ import annotations

from thidua_desktop.common.errors import FileTrouble, StoreTrouble


class PackageMissing(FileTrouble):
    """There is no package at the path."""

    code = "package.missing"


class NotAPackage(FileTrouble):
    """The file is something else: an office file, the database of another program, no database at all."""

    code = "package.not_a_package"


class PackageDamaged(FileTrouble):
    """The package does not hold what it says; ``detail`` is the first thing that is wrong."""

    code = "package.damaged"


class PackageNewer(FileTrouble):
    """A newer version of the program made the package."""

    code = "package.newer"


class PlaceTaken(StoreTrouble):
    """Something stands where the office of a package is to go; it is never overwritten."""

    code = "package.place_taken"
