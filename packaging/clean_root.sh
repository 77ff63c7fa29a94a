# A Debian root of its own with a reader and a screen; sourced by prove_linux.sh. Everything ends with `clean_up`.
# shellcheck shell=bash
root=
fail() { printf 'prove_linux: %s\n' "$1" >&2; exit 1; }

make_root() { # nothing but what every Debian has, from the sources of this machine's distribution and no others
    local suite
    root=$(mktemp -d /tmp/clean-root-XXXXXX)
    trap clean_up EXIT
    suite=$(. /etc/os-release && echo "$VERSION_CODENAME")
    [ -n "$(ls /var/lib/apt/lists/*Packages* 2>/dev/null)" ] || apt-get -qq update </dev/null
    apt-get indextargets --format '$(ORIGIN) $(REPO_URI) $(RELEASE) $(COMPONENT)' "Created-By: Packages" |
        awk -v suite="$suite" '($1 == "Debian" || $1 == "Ubuntu") && index($3, suite) == 1 && \
            ($4 == "main" || $4 == "universe") { print "deb", $2, $3, $4 }' | sort -u >"$root.list"
    [ -s "$root.list" ] || fail "apt knows no packages of $suite; look at the sources of apt"
    mmdebstrap --quiet --variant=minbase --aptopt='APT::Install-Recommends "false"' "$suite" "$root" "$root.list" ||
        fail "mmdebstrap cannot make a clean root; it needs the right to mount, and the packages of $suite"
    rm -f "$root.list"
    mount -t proc proc "$root/proc" || fail "a clean root needs the right to mount"
    mount --rbind /dev "$root/dev"
    mount --make-rslave "$root/dev"
    cp /etc/resolv.conf "$root/etc/resolv.conf" 2>/dev/null || true
    in_root useradd -m -u 1000 reader
}
clean_up() {
    jobs -p | xargs -r kill 2>/dev/null || true
    umount -R -l "$root/dev" "$root/proc" 2>/dev/null || true
    rm -rf --one-file-system "$root" "$root.list"
}
in_root() { # as root, with nothing of our environment
    env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 \
        DEBIAN_FRONTEND=noninteractive /usr/sbin/chroot "$root" "$@" </dev/null
}
as_reader() { # as somebody at a desktop
    env -i PATH=/usr/bin:/bin HOME=/home/reader LANG=C.UTF-8 DISPLAY=:77 XDG_DATA_DIRS=/usr/share \
        XDG_CURRENT_DESKTOP=GNOME /usr/sbin/chroot --userspec=1000:1000 "$root" "$@" </dev/null
}
get() { in_root apt-get install -y -qq --no-install-recommends "$@" >"$root/tmp/apt" 2>&1 || { cat "$root/tmp/apt" >&2; fail "apt-get install $*"; }; }
wait_for() { # wait_for "SENTENCE WHEN IT NEVER IS" COMMAND...
    local sentence=$1
    shift
    for _ in $(seq 300); do "$@" && return 0; sleep 0.2; done
    fail "$sentence"
}

# The screen, and what is on it.
start_screen() {
    as_reader Xvfb :77 -screen 0 1280x800x24 -nolisten tcp >/dev/null 2>&1 &
    wait_for "the X server does not start" as_reader sh -c 'xwininfo -root >/dev/null 2>&1'
}
windows() { as_reader xwininfo -root -tree 2>/dev/null | grep '"guiyin"' || true; }
title() { windows | head -n 1 | cut -d '"' -f 2; }
is_shown() { [ -n "$(windows)" ] && [ -n "$(listening)" ]; } # and answers later starts
no_windows() { [ -z "$(windows)" ]; }
is_gone() { [ -z "$(windows)" ] && [ -z "$(listening)" ]; }
listening() { find "$root/tmp" -maxdepth 1 -name 'guiyin-*' -type s; }
has_title() { [[ $(title) == "$1"* ]]; }
shoot() { as_reader xwd -root -silent | in_root_piped xwdtopnm | in_root_piped pnmtopng >"$1"; }
in_root_piped() { env -i PATH=/usr/bin:/bin /usr/sbin/chroot "$root" "$@" 2>/dev/null; }
is_painted() { # another picture than before, and the same twice
    mv "$root/tmp/now" "$root/tmp/last" 2>/dev/null || true
    shoot "$root/tmp/now"
    ! cmp -s "$root/tmp/now" "$1" && cmp -s "$root/tmp/now" "$root/tmp/last"
}
