#!/bin/sh
# Guiyin @VERSION@: installs itself for one user, without root. What follows the last line is a compressed tar.
set -eu
prefix=${HOME:-}/.local
extract=
older=no
say() { printf 'guiyin: %s\n' "$*"; }
stop() { say "$*" >&2; exit 2; }
while [ $# -gt 0 ]; do
    case $1 in
        --prefix) [ $# -gt 1 ] || stop "--prefix needs a folder"; prefix=$2; shift ;;
        --extract) [ $# -gt 1 ] || stop "--extract needs a folder"; extract=$2; shift ;;
        --downgrade) older=yes ;;
        --help | -h)
            echo "usage: sh $0 [--prefix DIR] [--extract DIR] [--downgrade]"
            echo "  installs Guiyin @VERSION@ below DIR (~/.local); with --extract it is only unpacked, to run from there"
            exit 0 ;;
        *) stop "cannot make sense of '$1'; see --help" ;;
    esac
    shift
done
for tool in tail tar xz sha256sum sort; do
    command -v "$tool" >/dev/null 2>&1 || stop "the program '$tool' is missing; install it (package ${tool}-utils or coreutils) and try again"
done
into=${extract:-$prefix}
case $into in
    /*) ;;
    *) into=$PWD/$into ;;
esac
case $into in
    *[\"\\\$\`%]*) stop "'$into' has characters that a menu entry cannot hold; choose another folder" ;;
esac
payload() { tail -n +$((@LINES@ + 1)) "$0"; }
found=$(payload | sha256sum)
[ "${found%% *}" = @SHA256@ ] || stop "this file is damaged or incomplete; get it again"

home=$into/lib/guiyin
told=$home/_internal/resources/build.json
if [ -z "$extract" ] && [ -r "$told" ]; then
    there=$(sed -n 's/.*"version": "\([^"]*\)".*/\1/p' "$told")
    newest=$(printf '%s\n%s\n' "$there" @VERSION@ | sort -V | tail -n 1)
    if [ "$there" != @VERSION@ ] && [ "$newest" = "$there" ] && [ $older = no ]; then
        stop "version $there is installed, which is newer than @VERSION@; what only it understands would be kept but not shown. Nothing was changed; add --downgrade to go on"
    fi
elif [ -z "$extract" ] && [ -e "$home" ]; then
    stop "'$home' exists and is not an installation of Guiyin; nothing was changed"
fi
mkdir -p "$into" || stop "'$into' cannot be written"
# unpacked beside, then swapped: an installation that is cut off leaves the old one whole
fresh=$(mktemp -d "$into/.guiyin-XXXXXX") || stop "'$into' cannot be written"
trap 'rm -rf "$fresh"' EXIT
payload | tar -xJ --no-same-owner -C "$fresh" || stop "there is not enough space in '$into', or it cannot be written; nothing was changed"
mv "$fresh"/usr/* "$fresh"
if [ -n "$extract" ]; then
    [ ! -e "$into/guiyin" ] || stop "'$into/guiyin' exists already"
    mv "$fresh/lib/guiyin" "$into/guiyin"
    say "unpacked; start $into/guiyin/guiyin"
    exit 0
fi
mkdir -p "$into/lib" "$into/bin" "$into/share"
[ ! -e "$home" ] || mv "$home" "$fresh/old"
mv "$fresh/lib/guiyin" "$home"
cat >"$home/uninstall.sh" <<'END_OF_UNINSTALL'
@UNINSTALL@END_OF_UNINSTALL
chmod +x "$home/uninstall.sh"
(cd "$fresh" && find bin share ! -type d) >"$home/files.txt"
while IFS= read -r file; do
    mkdir -p "$into/$(dirname "$file")"
    mv -f "$fresh/$file" "$into/$file"
done <"$home/files.txt"
entry=$into/share/applications/guiyin.desktop
while IFS= read -r line; do
    case $line in
        Exec=*) printf 'Exec="%s/guiyin" %%f\n' "$home" ;;
        *) printf '%s\n' "$line" ;;
    esac
done <"$entry" >"$fresh/entry"
mv -f "$fresh/entry" "$entry"
"$home/uninstall.sh" --refresh
say "version @VERSION@ is installed; it is in the menu of applications, and as $into/bin/guiyin"
case :${PATH:-}: in
    *:"$into/bin":*) ;;
    *) say "to type 'guiyin' in a terminal, add $into/bin to PATH" ;;
esac
say "to remove it: sh $home/uninstall.sh (your dossiers and settings stay)"
exit 0
