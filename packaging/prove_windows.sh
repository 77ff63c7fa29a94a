#!/usr/bin/env bash
# prove_windows.sh: does the Windows installer do what it should? Under Wine, with a stand-in for the program itself:
# installed for one user, known as what opens .guiyin, upgraded, removed. It is the 64-bit form of the script that is
# handed out (Debian's Wine runs no 32-bit programs by itself).
set -euo pipefail
here=$(cd "$(dirname "$0")/.." && pwd)
if [ -z "${WINEPREFIX:-}" ]; then
    bash "$here/packaging/install_tools.sh" nsis wine wine64 xvfb xauth
    away=$(mktemp -d)
    trap 'rm -rf "$away"' EXIT
    HOME=$away WINEPREFIX=$away/wine WINEARCH=win64 WINEDEBUG=-all WINEDLLOVERRIDES='mscoree,mshtml,winemenubuilder.exe=' \
        timeout 300 xvfb-run -a bash "$0" </dev/null
    exit
fi
trap 'wineserver -k || true' EXIT
fail() { printf 'prove_windows: %s\n' "$1" >&2; exit 1; }
older=0.0.1
python=${PYTHON:-python3}
"$python" "$here/packaging/windows_installer.py" --stand-in "$HOME/new" --target amd64-unicode >/dev/null
"$python" "$here/packaging/windows_installer.py" --stand-in "$HOME/old" --target amd64-unicode --version "$older" >/dev/null
new=$(echo "$HOME"/new/*.exe)
version=$(basename "$new" -setup.exe)
version=${version#Guiyin-}

wine wineboot --init >/dev/null 2>&1 || fail "Wine does not start"
local=$(wine cmd /c 'echo %LOCALAPPDATA%' 2>/dev/null | tr -d '\r')
local=$(winepath -u "$local")
key='HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\Guiyin'
asked() { wine reg query "$@" 2>/dev/null | tr -d '\r' | sed -n 's/.*REG_SZ *//p'; }
is() { [ "$2" = "$3" ] || fail "$1: '$2' is not '$3'"; }
run() { wine "$@" /S >/dev/null 2>&1 || fail "$1 ended with $?"; }

run "$HOME/old/Guiyin-$older-setup.exe"
is "the version" "$(asked "$key" /v DisplayVersion)" "$older"
[ -f "$local/Programs/Guiyin/guiyinw.exe" ] || fail "nothing in the user's own folder of programs"
is "what opens .guiyin" "$(asked 'HKCU\Software\Classes\.guiyin' /ve)" Guiyin.Dossier
command=$(asked 'HKCU\Software\Classes\Guiyin.Dossier\shell\open\command' /ve)
is "how it opens them" "$command" "\"$(winepath -w "$local/Programs/Guiyin/guiyinw.exe")\" \"%1\""
find "$WINEPREFIX/drive_c" -iname '*.lnk' -path '*Start Menu*' | grep -qE 'Guiyin|归因' || fail "nothing in the start menu"

mkdir -p "$local/Guiyin/library" # where platformdirs has the user's files
echo mine >"$local/Guiyin/library/mine.csv"
echo stale >"$local/Programs/Guiyin/_internal/stale.dll"
run "$new"
is "the version after the upgrade" "$(asked "$key" /v DisplayVersion)" "$version"
[ ! -e "$local/Programs/Guiyin/_internal/stale.dll" ] || fail "the upgrade left a file of the old version"
is "the user's file after the upgrade" "$(cat "$local/Guiyin/library/mine.csv")" mine

run "$local/Programs/Guiyin/uninstall.exe"
for _ in $(seq 100); do # it goes on in a copy of itself; its entry in the registry is the last that it removes
    wine reg query "$key" >/dev/null 2>&1 || break
    sleep 0.2
done
is "the user's file after the removal" "$(cat "$local/Guiyin/library/mine.csv")" mine
left=$(find "$WINEPREFIX/drive_c" \( -iname '*guiyin*' -o -name '*归因*' \) -not -path '*/AppData/Local/Guiyin' -not -path '*/AppData/Local/Guiyin/*')
[ -z "$left" ] || fail "left behind: $left"
for known in "$key" 'HKCU\Software\Classes\.guiyin' 'HKCU\Software\Classes\Guiyin.Dossier'; do
    ! wine reg query "$known" >/dev/null 2>&1 || fail "still in the registry: $known"
done
printf 'proved in %d s under Wine, on a stand-in: %s\n' "$SECONDS" "$(basename "$new")"
