#!/bin/sh
# Names the programs that some tests use and that are missing here. The tests
# that need them are skipped by name; nothing else depends on them.
missing=
need() { command -v "$1" >/dev/null 2>&1 || missing="$missing $2"; }
need chromium chromium
need qpdf qpdf
need gs ghostscript
need mutool mupdf-tools
need pdftoppm poppler-utils
if [ -n "$missing" ]; then
	echo "tools: some tests will be skipped; on Debian: apt-get install$missing"
fi
command -v go >/dev/null 2>&1 || { echo "tools: Go is missing; see https://go.dev/doc/install"; exit 1; }
exit 0
