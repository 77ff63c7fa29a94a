#!/usr/bin/env bash
# install_tools.sh PACKAGE...: gets the Debian packages that are missing; where it cannot, one sentence and status 1.
set -euo pipefail
missing=()
for package in "$@"; do
    [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
done
[ ${#missing[@]} -gt 0 ] || exit 0
cannot() {
    printf 'install_tools: %s; install by hand, then try again: %s\n' "$1" "${missing[*]}" >&2
    exit 1
}
command -v apt-get >/dev/null || cannot "this system has no apt-get"
root=()
if [ "$(id -u)" != 0 ]; then
    sudo -n true 2>/dev/null || cannot "packages are missing, and installing them takes root"
    root=(sudo -n)
fi
said=$(mktemp)
trap 'rm -f "$said"' EXIT
get() { "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get "$@" >"$said" 2>&1 </dev/null; }
get -qq update || { cat "$said" >&2; cannot "apt-get cannot fetch its lists of packages"; }
get -y -qq install --no-install-recommends "${missing[@]}" || { cat "$said" >&2; cannot "apt-get cannot install them"; }
