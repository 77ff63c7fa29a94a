#!/bin/sh
# Removes what install.sh put there, and nothing else. With --refresh only tells the desktop what there is.
set -eu
home=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
into=$(dirname "$(dirname "$home")")
refresh() {
    if command -v update-mime-database >/dev/null 2>&1; then update-mime-database "$into/share/mime" || true; fi
    if command -v update-desktop-database >/dev/null 2>&1; then update-desktop-database "$into/share/applications" || true; fi
    if command -v gtk-update-icon-cache >/dev/null 2>&1; then gtk-update-icon-cache -qft "$into/share/icons/hicolor" || true; fi
}
if [ "${1:-}" = --refresh ]; then
    refresh
    exit 0
fi
while IFS= read -r file; do
    rm -f "$into/$file"
    (cd "$into" && rmdir -p --ignore-fail-on-non-empty "$(dirname "$file")" 2>/dev/null) || true
done <"$home/files.txt"
if [ -d "$into/share/mime" ]; then
    mkdir -p "$into/share/mime/packages" "$into/share/applications"
    refresh
    rmdir --ignore-fail-on-non-empty "$into/share/mime/packages" "$into/share/applications"
fi
rm -rf "$home"
rmdir --ignore-fail-on-non-empty "$into/lib" 2>/dev/null || true
echo "guiyin: removed. Your dossiers, changes and settings were left where they are:"
echo "guiyin:   ${XDG_DATA_HOME:-$HOME/.local/share}/Guiyin"
echo "guiyin:   ${XDG_CONFIG_HOME:-$HOME/.config}/Guiyin"
echo "guiyin:   ${XDG_STATE_HOME:-$HOME/.local/state}/Guiyin"
echo "guiyin:   ${XDG_CACHE_HOME:-$HOME/.cache}/Guiyin can be deleted at any time"
