#!/usr/bin/env bash
# prove_offline.sh BUNDLE: a smoke run makes no network system call but for sockets of this machine (AF_UNIX).
set -euo pipefail
bundle=$(realpath "$1")
away=$(mktemp -d)
trap 'rm -rf "$away"' EXIT
env -i HOME="$away" GUIYIN_HOME="$away/home" QT_QPA_PLATFORM=offscreen PATH=/nonexistent LANG=C.UTF-8 \
    "$(command -v strace)" --follow-forks --seccomp-bpf --trace=network --output="$away/calls" "$bundle/guiyin" --smoke
if grep -E 'AF_(INET|INET6|NETLINK|PACKET)|getaddrinfo|sin_(addr|port)' "$away/calls"; then
    echo "the smoke run reached for the network" >&2
    exit 1
fi
odd=$(grep -E '\bsocket(pair)?\(' "$away/calls" | grep -v 'AF_UNIX' || true)
[ -z "$odd" ] || { printf 'sockets of another kind:\n%s\n' "$odd" >&2; exit 1; }
echo "offline: $(grep -cE '\b(socket|socketpair|connect|bind)\(' "$away/calls") calls, all AF_UNIX"
