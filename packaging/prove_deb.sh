#!/usr/bin/env bash
# prove_deb.sh DEB [PICTURE]: does the package work where there is nothing but what it asks for?
#
# A clean Debian root is filled with the declared dependencies alone and a bare X server to look through; the package
# is installed there, started through its desktop entry and by the type of a file, smoked, photographed, removed, and
# what is left is looked at. Needs root, apt and mmdebstrap; it changes nothing outside of a temporary folder.
set -euo pipefail
deb=$(realpath "$1")
picture=$(realpath -m "${2:-build/deb.png}")
here=$(cd "$(dirname "$0")/.." && pwd)
step() { printf -- '-- %s\n' "$1"; }
fail() { printf 'prove_deb: %s\n' "$1" >&2; exit 1; }
command -v mmdebstrap >/dev/null || fail "mmdebstrap is missing (apt-get install mmdebstrap)"
if [ -z "${GUIYIN_APART:-}" ]; then # mounts and processes of our own, which end with us
    GUIYIN_APART=yes exec unshare --mount --pid --fork --kill-child --mount-proc bash "$0" "$deb" "$picture"
fi
root=$(mktemp -d /tmp/clean-root-XXXXXX)
clean_up() {
    jobs -p | xargs -r kill 2>/dev/null || true
    umount -R -l "$root/dev" "$root/proc" 2>/dev/null || true
    rm -rf --one-file-system "$root"
}
trap clean_up EXIT

step "a clean root with the declared dependencies"
# The sources of this machine's distribution, no others. An X server, what looks at its screen and the tools that open
# a file by its type stand for the desktop; what packages merely recommend stays away.
suite=$(. /etc/os-release && echo "$VERSION_CODENAME")
apt-get indextargets --format '$(ORIGIN) $(REPO_URI) $(RELEASE) $(COMPONENT)' "Created-By: Packages" |
    awk -v suite="$suite" '($1 == "Debian" || $1 == "Ubuntu") && index($3, suite) == 1 && $4 == "main" \
        { print "deb", $2, $3, $4 }' | grep ^deb | sort -u >"$root.list"
[ -s "$root.list" ] || fail "apt knows no packages; run apt-get update"
desktop=xvfb,x11-utils,x11-apps,netpbm,xdg-utils,desktop-file-utils,shared-mime-info,libglib2.0-bin,dbus-x11
mmdebstrap --quiet --variant=minbase --aptopt='APT::Install-Recommends "false"' --include="$desktop" \
    "$suite" "$root" "$root.list"
rm -f "$root.list"
mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"
mount --make-rslave "$root/dev"
in_root() { env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/home/reader LANG=C.UTF-8 \
    /usr/sbin/chroot "$root" "$@"; }
as_reader() { env -i PATH=/usr/bin:/bin HOME=/home/reader LANG=C.UTF-8 DISPLAY=:77 XDG_DATA_DIRS=/usr/share \
    XDG_CURRENT_DESKTOP=GNOME \
    /usr/sbin/chroot --userspec=1000:1000 "$root" "$@"; }
in_root useradd -m -u 1000 reader

step "install"
cp "$deb" "$root/tmp/guiyin.deb"
cp /etc/resolv.conf "$root/etc/resolv.conf" 2>/dev/null || true
in_root apt-get update -qq
in_root apt-get install -y -qq --no-install-recommends /tmp/guiyin.deb >/dev/null
in_root dpkg -V guiyin
in_root desktop-file-validate /usr/share/applications/guiyin.desktop
in_root update-desktop-database
in_root update-mime-database /usr/share/mime
! in_root sh -c 'LD_LIBRARY_PATH=/usr/lib/guiyin/_internal; export LD_LIBRARY_PATH; find /usr/lib/guiyin -name "*.so*" -exec ldd {} + 2>/dev/null | grep "not found"' | grep . \
    || fail "a library is not found"

step "answers"
as_reader guiyin --version
as_reader sh -c 'QT_QPA_PLATFORM=offscreen guiyin --smoke' 2>"$root/tmp/smoke" || { cat "$root/tmp/smoke" >&2; fail "smoke"; }
[ ! -s "$root/tmp/smoke" ] || { cat "$root/tmp/smoke" >&2; fail "the smoke run wrote to stderr"; }

step "the desktop entry opens a window"
as_reader Xvfb :77 -screen 0 1280x800x24 -nolisten tcp >/dev/null 2>&1 &
server=$!
windows() { as_reader xwininfo -root -tree 2>/dev/null | grep -c '"guiyin"' || true; }
wait_for() { for _ in $(seq 300); do [ "$($1)" "$2" "$3" ] && return 0; sleep 0.2; done; fail "$4"; }
ready() { as_reader xwininfo -root >/dev/null 2>&1 && echo 1 || echo 0; }
wait_for ready -eq 1 "the X server does not start"
as_reader dbus-launch --exit-with-session gio launch /usr/share/applications/guiyin.desktop >/dev/null 2>"$root/tmp/started" &
started=$!
wait_for windows -gt 0 "the desktop entry shows no window"
title() { as_reader xwininfo -root -tree | grep '"guiyin"' | head -n 1; }
listens() { find "$root/tmp" -maxdepth 1 -name 'guiyin-*' -type s | wc -l; }
wait_for listens -gt 0 "the window does not listen for later starts"
title

step "a .guiyin file opens by its type"
(cd "$here" && python3 - "$root/home/reader" <<'PY'
import json, sys, zipfile
from pathlib import Path
source, home = Path("data/lilidai"), Path(sys.argv[1])
told = json.loads((source / "datapackage.json").read_text(encoding="utf-8"))
told["name"] = "somebody-elses"  # one that the application does not bring itself
with zipfile.ZipFile(home / "借贷 dossier.guiyin", "w") as packed:
    for path in sorted(source.rglob("*")):
        if path.is_file() and path.name != "datapackage.json":
            packed.write(path, path.relative_to(source))
    packed.writestr("datapackage.json", json.dumps(told, ensure_ascii=False))
PY
)
chown 1000:1000 "$root/home/reader/借贷 dossier.guiyin"
[ "$(as_reader xdg-mime query filetype "/home/reader/借贷 dossier.guiyin")" = application/x-guiyin ] || fail "the type is not known"
[ "$(as_reader xdg-mime query default application/x-guiyin)" = guiyin.desktop ] || fail "the type has no application"
before=$(title)
mkdir -p "$(dirname "$picture")"
shoot() { as_reader xwd -root -silent | in_root xwdtopnm 2>/dev/null | in_root pnmtopng 2>/dev/null >"$1"; }
shoot "$root/tmp/first"
cp "$root/tmp/first" "$root/tmp/now"
painted() { # another picture than at first, and the same twice: 1
    mv "$root/tmp/now" "$root/tmp/last"
    shoot "$root/tmp/now"
    ! cmp -s "$root/tmp/now" "$root/tmp/first" && cmp -s "$root/tmp/now" "$root/tmp/last" && echo 1 || echo 0
}
as_reader xdg-open "/home/reader/借贷 dossier.guiyin" >/dev/null 2>&1 || fail "xdg-open"
opened() { [ "$(title)" != "$before" ] && echo 1 || echo 0; }
wait_for opened -eq 1 "the window does not show the file"
title
[ "$(windows)" -eq 1 ] || fail "a second window was opened"
in_library() { find "$root/home/reader/.local/share/Guiyin" -name datapackage.json | wc -l; }
wait_for in_library -gt 0 "the file did not come into the library"

step "a picture"
wait_for painted -eq 1 "the window does not paint the file"
cp "$root/tmp/now" "$picture"
[ "$(stat -c %s "$picture")" -gt 20000 ] || fail "the picture is empty"

step "remove"
kill "$started" "$server" 2>/dev/null || true
wait "$started" "$server" 2>/dev/null || true
in_root apt-get purge -y guiyin 2>&1 | grep 'guiyin:' || fail "the removal does not say where the files are"
[ ! -e "$root/usr/lib/guiyin" ] && [ ! -e "$root/usr/bin/guiyin" ] || fail "something is left of the application"
[ "$(in_library)" -gt 0 ] || fail "the library is gone"
[ -s "$root/home/reader/.config/Guiyin/guiyin.ini" ] || fail "the settings are gone"
left=$(find "$root" -xdev -iname '*guiyin*' -not -path "$root/home/*" -not -path "$root/tmp/*" -not -path "$root/proc/*" \
    -not -path "$root/var/log/*" -not -path "$root/var/cache/*")
[ -z "$left" ] || fail "left behind: $left"
printf 'proved: %s; picture in %s\n' "$(basename "$deb")" "$picture"
