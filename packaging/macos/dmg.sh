#!/usr/bin/env bash
# dmg.sh APP IMAGE: sign the app (with a certificate where CODESIGN_IDENTITY names one, else ad hoc, which Apple
# silicon asks for), and put it in a disk image beside a link to /Applications.
set -euo pipefail
app=$1 image=$2
if [ -n "${CODESIGN_IDENTITY:-}" ]; then
    codesign --force --deep --options runtime --timestamp --sign "$CODESIGN_IDENTITY" "$app"
else
    codesign --force --deep --sign - "$app"
fi
codesign --verify --deep --strict "$app"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cp -R "$app" "$folder/"
ln -s /Applications "$folder/Applications"
rm -f "$image"
hdiutil create -volname Guiyin -srcfolder "$folder" -format ULFO -ov "$image"
if [ -n "${NOTARY_PROFILE:-}" ]; then
    xcrun notarytool submit "$image" --keychain-profile "$NOTARY_PROFILE" --wait
    xcrun stapler staple "$image"
fi
