#!/usr/bin/env bash
# prove_linux.sh DEB RUN [PICTURE]: do the package and the archive do what they should, where there is nothing else?
#
# In a clean Debian root the package is installed with its declared dependencies alone and smoked; then, on a bare
# desktop, started through its desktop entry in an older version, given a file by its type, upgraded, started again,
# given another file, photographed, downgraded, removed; and what is left is looked at. The archive is installed
# without root, started and given a file in the same way, and removed. Needs root, and changes nothing outside of a
# temporary folder but for the tools that it installs.
set -euo pipefail
here=$(cd "$(dirname "$0")/.." && pwd)
[ $# -ge 2 ] && [ -f "$1" ] && [ -f "$2" ] || { echo "usage: prove_linux.sh DEB RUN [PICTURE]" >&2; exit 2; }
deb=$(realpath "$1")
archive=$(realpath "$2")
picture=$(realpath -m "${3:-$here/build/linux.png}")
if [ -z "${GUIYIN_APART:-}" ]; then # mounts and processes of our own, which end with us
    bash "$here/packaging/install_tools.sh" mmdebstrap util-linux
    [ "$(id -u)" = 0 ] || { echo "prove_linux: a clean root takes root: sudo bash $0" >&2; exit 1; }
    unshare --mount --pid --fork true || { echo "prove_linux: mounts of one's own are not allowed here; a clean root needs them" >&2; exit 1; }
    GUIYIN_APART=yes exec unshare --mount --pid --fork --kill-child --mount-proc bash "$0" "$deb" "$archive" "$picture"
fi
# shellcheck source=packaging/clean_root.sh
. "$here/packaging/clean_root.sh"
step() { printf -- '-- %s (%d s)\n' "$1" "$SECONDS"; }
mkdir -p "$(dirname "$picture")"

step "a clean root with the declared dependencies"
make_root
cp "$deb" "$root/tmp/guiyin.deb"
version=$(dpkg-deb -f "$deb" Version)
in_root apt-get update -qq
files() { in_root find / -xdev \( -path /home/reader -o -path /tmp -o -path /var \) -prune -o -print | sort; }
remove() { # remove BEFORE: what it says goes to $root/tmp/said, and it leaves what was there before
    in_root apt-get purge -y guiyin >"$root/tmp/said" 2>&1 || { cat "$root/tmp/said" >&2; fail "the removal"; }
    left=$(files | comm -13 "$1" -)
    [ -z "$left" ] || fail "left behind: $left"
}
in_root apt-get satisfy -y -qq --no-install-recommends "$(dpkg-deb -f "$deb" Depends)" >"$root/tmp/apt" 2>&1 ||
    { cat "$root/tmp/apt" >&2; fail "the dependencies cannot be had"; }
files >"$root/tmp/bare"
get /tmp/guiyin.deb
in_root dpkg -V guiyin
lost=$(in_root sh -c 'find /usr/lib/guiyin -name "*.so*" -exec env LD_LIBRARY_PATH=/usr/lib/guiyin/_internal ldd {} + 2>/dev/null | grep "not found"') || true
[ -z "$lost" ] || fail "a library is not found: $lost"
as_reader guiyin --version
smoke() { as_reader env QT_QPA_PLATFORM=offscreen guiyin --smoke; }
smoke 2>"$root/tmp/said" || { cat "$root/tmp/said" >&2; fail "the smoke run found something"; }
[ ! -s "$root/tmp/said" ] || { cat "$root/tmp/said" >&2; fail "the smoke run wrote to stderr"; }
[ "$(in_root dpkg -s guiyin | sed -n 's/^Version: //p')" = "$version" ] || fail "another version is installed"
remove "$root/tmp/bare"

step "a bare desktop, and an older version"
# An X server, what looks at its screen, and the tools that open a file by its type stand for the desktop.
get xvfb x11-utils x11-apps netpbm xdotool xdg-utils desktop-file-utils shared-mime-info libglib2.0-bin dbus-x11
older=0.0.1
dpkg-deb -R "$deb" "$root/tmp/older"
sed -i "s/^Version: .*/Version: $older/" "$root/tmp/older/DEBIAN/control"
dpkg-deb -Znone --root-owner-group -b "$root/tmp/older" "$root/tmp/older.deb" >/dev/null
rm -rf "$root/tmp/older"
files >"$root/tmp/before"
get /tmp/older.deb
start_screen
open_by_entry() { # open_by_entry FOLDER OF ENTRIES
    as_reader dbus-launch --exit-with-session gio launch "$1/guiyin.desktop" >/dev/null 2>&1 &
    wait_for "the desktop entry shows no window" is_shown
}
open_by_type() { # open_by_type NAME TITLE: a dossier that the application does not bring itself
    local file="/home/reader/$1.guiyin"
    python3 "$here/packaging/packed_dossier.py" "$here/data/lilidai" "$2" "$root$file"
    chown 1000:1000 "$root$file"
    [ "$(as_reader xdg-mime query filetype "$file")" = application/x-guiyin ] || fail "the type of $file is not known"
    [ "$(as_reader xdg-mime query default application/x-guiyin)" = guiyin.desktop ] || fail "the type has no application"
    as_reader xdg-open "$file" >/dev/null 2>&1 || fail "xdg-open $file"
    wait_for "the window does not show the file" has_title "$2"
    [ "$(windows | wc -l)" -eq 1 ] || fail "a second window was opened: $(windows)"
}
quit() { # as a person does: Ctrl+Q
    as_reader sh -c 'id=$(xdotool search --onlyvisible --class guiyin | tail -n 1); xdotool windowfocus --sync "$id" key --clearmodifiers ctrl+q'
    wait_for "the window does not close" is_gone
}
kill_window() { # for one whose program was replaced below it
    as_reader sh -c 'kill $(pidof guiyin)'
    wait_for "the window does not end" no_windows
}
library() { (cd "$root/home/reader" && find .local/share/Guiyin "$@" -type f -exec sha256sum {} + | sort -k 2); }
and_settings=.config/Guiyin
open_by_entry /usr/share/applications
printf '   starts with: %s\n' "$(title)"
open_by_type "old one" "第一份"
quit
library $and_settings >"$root/tmp/library"
grep -q datapackage.json "$root/tmp/library" || fail "the file did not come into the library"
grep -q guiyin.ini "$root/tmp/library" || fail "no settings were written"

step "an upgrade keeps library and settings"
get /tmp/guiyin.deb
library $and_settings | diff "$root/tmp/library" - || fail "the upgrade changed the reader's files"
open_by_entry /usr/share/applications
wait_for "the window is not where the reader left it" has_title "第一份"
printf '   goes on with: %s\n' "$(title)"

step "a .guiyin file opens by its type"
shoot "$root/tmp/first"
open_by_type "借贷 dossier" "第二份"
wait_for "the window does not paint the file" is_painted "$root/tmp/first"
cp "$root/tmp/now" "$picture"
[ "$(stat -c %s "$picture")" -gt 20000 ] || fail "the picture is empty"
library >"$root/tmp/library" # the settings are an open window's to write

step "a downgrade says so, also that a window is open"
in_root apt-get install -y -qq --allow-downgrades /tmp/older.deb >"$root/tmp/said" 2>&1 || { cat "$root/tmp/said" >&2; fail "the downgrade"; }
grep "^guiyin: .*$version.*older $older" "$root/tmp/said" || { cat "$root/tmp/said" >&2; fail "the downgrade does not say so"; }
grep "^guiyin: a window of version $version is open" "$root/tmp/said" || fail "nobody is told that a window is open"
kill_window
library | diff "$root/tmp/library" - || fail "the downgrade changed the reader's files"
library $and_settings >"$root/tmp/library"

step "removal leaves the reader's files and tells where"
remove "$root/tmp/before"
grep 'guiyin:' "$root/tmp/said" || fail "the removal does not say where the files are"
library $and_settings | diff "$root/tmp/library" - || fail "the removal changed the reader's files"
left=$(in_root grep -rl guiyin /usr/share/applications /usr/share/mime /var/lib/dpkg/info 2>/dev/null || true)
[ -z "$left" ] || fail "still known to: $left"

step "the archive, without root"
get xz-utils
cp "$archive" "$root/tmp/guiyin.run"
place=/home/reader/.local
as_reader sh /tmp/guiyin.run >"$root/tmp/said" 2>&1 || { cat "$root/tmp/said" >&2; fail "the archive does not install"; }
as_reader desktop-file-validate "$place/share/applications/guiyin.desktop"
open_by_entry "$place/share/applications"
wait_for "the window is not where the reader left it" has_title "第二份"
open_by_type "third" "第三份"
quit
library $and_settings >"$root/tmp/library"
as_reader sh /tmp/guiyin.run >/dev/null || fail "the archive does not install over itself"
as_reader sh "$place/lib/guiyin/uninstall.sh" | grep "^guiyin: *$place/share/Guiyin" || fail "the removal does not say where the files are"
library $and_settings | diff "$root/tmp/library" - || fail "the archive's removal changed the reader's files"
left=$(find "$root$place" -iname '*guiyin*' -not -path '*/share/Guiyin*' -not -path '*/state/Guiyin*')
[ -z "$left" ] || fail "left behind: $left"
printf 'proved in %d s: %s, %s; picture in %s\n' "$SECONDS" "$(basename "$deb")" "$(basename "$archive")" "$picture"
