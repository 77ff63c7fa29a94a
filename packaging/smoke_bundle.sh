#!/usr/bin/env bash
# Run the built bundle where nothing of the project can help it: another folder, an empty environment.
set -euo pipefail
bundle=$(cd "$1" && pwd)
away=$(mktemp -d)
trap 'rm -rf "$away"' EXIT
place="$away/有 空格 的文件夹"
mkdir -p "$place" "$away/home"
cp -r "$bundle" "$place/归因 app"
cd "$away"
run() { env -i HOME="$away/home" GUIYIN_HOME="$away/home/guiyin" QT_QPA_PLATFORM=offscreen PATH=/nonexistent LANG=C.UTF-8 \
    "$place/归因 app/guiyin" "$@"; }
run --version
run --smoke 2>"$away/stderr" || { cat "$away/stderr" >&2; exit 1; }
if [ -s "$away/stderr" ]; then
    echo "the bundle wrote to stderr:" >&2
    cat "$away/stderr" >&2
    exit 1
fi
run validate
du -sh "$place/归因 app" | cut -f1
