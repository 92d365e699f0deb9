"""The bill of materials (SPDX): every library that the program loads and every package that it needs to run is on it,
with a version and a licence; nothing is on it that is not there."""
import json
import re
import subprocess
import sys
import urllib.parse
import warnings

import home

warnings.simplefilter("ignore", DeprecationWarning)
import jsonschema  # noqa: E402

LICENCES = """Apache-2.0 BSD-2-Clause BSD-3-Clause CC0-1.0 FTL GPL-2.0-or-later GPL-3.0-or-later HPND-sell-variant IPA
LGPL-2.0-or-later LGPL-2.1-or-later LGPL-3.0-or-later MIT MIT-Modern-Variant NAIST-2003 OFL-1.1 Unicode-DFS-2016 Zlib
libpng-2.0 GCC-exception-3.1""".split()  # of the SPDX list


def record(required, **properties):
    """A JSON object with these properties and no others."""
    return {"type": "object", "required": required, "additionalProperties": False,
            "properties": {name: {"type": "string", "pattern": form} if isinstance(form, str) else form
                           for name, form in properties.items()}}


ID = "^SPDXRef-[a-zA-Z0-9.-]+$"
AGENT = r"^(NOASSERTION|Organization: .+|Tool: .+)$"
REFERENCE = record(["referenceCategory", "referenceType", "referenceLocator"], referenceCategory="^PACKAGE-MANAGER$",
                   referenceType="^purl$", referenceLocator="^pkg:deb/debian/[a-z0-9.%A-F-]+@[A-Za-z0-9.:~%-]+$")
PACKAGE = record(["SPDXID", "name", "downloadLocation"], SPDXID=ID, name=".", versionInfo=".", supplier=AGENT,
                 externalRefs={"type": "array", "items": REFERENCE}, downloadLocation="^NOASSERTION$",
                 filesAnalyzed={"const": False}, licenseConcluded=".", licenseDeclared=".", copyrightText=".", comment=".")
# The clauses of SPDX 2.3 (6: the document, 7: packages, 11: relationships) that this document makes use of.
DOCUMENT = record(
    ["spdxVersion", "dataLicense", "SPDXID", "name", "documentNamespace", "creationInfo"],
    spdxVersion="^SPDX-2[.]3$", dataLicense="^CC0-1[.]0$", SPDXID="^SPDXRef-DOCUMENT$", name=".",
    documentNamespace="^https://[^#]+$",
    creationInfo=record(["created", "creators"], created=r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$",
                        creators={"type": "array", "minItems": 1, "items": {"pattern": AGENT}}),
    packages={"type": "array", "items": PACKAGE},
    relationships={"type": "array", "items": record(
        ["spdxElementId", "relationshipType", "relatedSpdxElement"], spdxElementId=ID, relatedSpdxElement=ID,
        relationshipType="^(DESCRIBES|STATIC_LINK|DYNAMIC_LINK|DEPENDS_ON)$")})


def needed_libraries():
    out = subprocess.run(["readelf", "-d", home.BUILD / "kensho"], check=True, capture_output=True, text=True).stdout
    return re.findall(r"\(NEEDED\).*\[(.+)\]", out)


def packages_of(libraries):
    """By the library's name; asked for all at once, since dpkg reads all its lists for each question."""
    out = subprocess.run(["dpkg", "-S", *(f"*/{library}" for library in libraries)], capture_output=True, text=True).stdout
    owners = {library: set() for library in libraries}
    for line in out.splitlines():
        package, _, path = line.partition(": ")
        owners[path.rpartition("/")[2]].add(package.partition(":")[0])
    return owners


def main():
    bill = json.loads((home.BUILD / "kensho.spdx.json").read_text(encoding="utf-8"))
    jsonschema.validate(bill, DOCUMENT)
    packages = {package["name"]: package for package in bill["packages"]}
    ids = {package["SPDXID"] for package in bill["packages"]}
    assert len(ids) == len(bill["packages"]) > 20
    for relation in bill["relationships"]:
        assert relation["relatedSpdxElement"] in ids, relation
    assert {relation["relatedSpdxElement"] for relation in bill["relationships"]} == ids
    for package in packages.values():
        assert package.get("versionInfo"), package
        for reference in package.get("externalRefs", []):
            named = urllib.parse.unquote(reference["referenceLocator"])
            assert named == f"pkg:deb/debian/{package['name']}@{package['versionInfo']}", named
        for word in re.split(r" OR | AND | WITH ", package["licenseDeclared"]):
            assert word in LICENCES, package
    owners = packages_of(needed_libraries())
    for library, owner in owners.items():
        assert owner & packages.keys(), f"{library} is not on the bill"
    listed = (home.SOURCES / "scripts/packages.txt").read_text().split("# Run:")[1].split("#")[0].split()
    assert set(listed) <= packages.keys(), set(listed) - packages.keys()
    linked = {relation["relatedSpdxElement"][8:] for relation in bill["relationships"]
              if relation["relationshipType"] == "DYNAMIC_LINK"}
    real = set().union(*owners.values())
    assert {each for each in linked if each in packages} <= real | {"libgcc-s1", "libc6", "libstdc++6"}, linked - real


if __name__ == "__main__":
    sys.exit(main())
