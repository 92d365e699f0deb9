#!/usr/bin/env python3
"""Checks PDFs against what PUBLISHING-RULES asks of them: PDF/UA-1, PDF/A-2a (or 3a with attachments) and the traps
that validators miss. Prints one line a fault; the exit status is 1 if there is any.

    checker.py FILE..."""
import sys
from pathlib import Path

import pikepdf

from check_file import (check_attachments, check_bytes, check_catalog, check_intent, check_metadata, check_objects,
                        check_pages)
from check_fonts import check_fonts
from check_places import check_places
from check_structure import check_structure
from content_reader import Reader

LEAST_CONTRAST = 4.5


def luminance(colour):
    parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(a, b):
    light, dark = sorted((luminance(a), luminance(b)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def check_contrast(contents):
    """WCAG 2, 1.4.3, for every glyph on the ground that lies under its middle. Large text may do with 3."""
    for number, content in enumerate(contents, 1):
        pairs = {}
        for glyph in content.glyphs:
            if glyph.ground is not None:
                pair = (glyph.colour, glyph.ground)
                pairs[pair] = min(pairs.get(pair, glyph.size), glyph.size)
        for (colour, ground), size in pairs.items():
            ratio = contrast(colour, ground)
            if ratio < (3 if size >= 18 else LEAST_CONTRAST):
                yield f"page {number}: contrast of text {ratio:.2f}"


def check(path, bytes_too=True):
    """The faults of a file, in words. `bytes_too`: also how it is written down."""
    faults = list(check_bytes(Path(path).read_bytes())) if bytes_too else []
    with pikepdf.open(path) as pdf:
        contents = [Reader(page).content for page in pdf.pages]
        for number, content in enumerate(contents, 1):
            faults += [f"page {number}: {fault}" for fault in content.faults]
        for faults_of in (check_catalog, check_metadata, check_intent, check_objects, check_attachments, check_pages):
            faults += faults_of(pdf)
        faults += check_fonts(contents)
        faults += check_structure(pdf, contents)
        faults += check_places(pdf, contents)
        faults += check_contrast(contents)
    return faults


def main(paths):
    bad = 0
    for path in paths:
        for fault in check(path):
            bad += 1
            print(f"{path}: {fault}")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
