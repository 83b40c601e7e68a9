#!/bin/bash
# Builds the peers into benchmarks/target/peers. Needs root once, for Debian's packages of compilers and of netlink for Go.
set -e
here=$(cd "$(dirname "$0")" && pwd)
target=$here/../target/peers
mkdir -p "$target"
for package in gcc libc6-dev golang-go golang-github-vishvananda-netlink-dev ethtool iproute2; do
  dpkg -s "$package" >/dev/null 2>&1 || missing+=" $package"
done
if [ -n "$missing" ]; then
  apt-get update -qq >&2
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >&2
fi
for program in bind careful release dump; do
  gcc -O2 -pthread -Wall -Wno-stringop-truncation -Wno-unused-function -o "$target/c-$program" "$here/c/$program.c"
done
export GO111MODULE=off GOFLAGS= GOPATH=/usr/share/gocode GOCACHE=$target/gocache CGO_ENABLED=0
for program in bind dump create-tap; do
  (cd "$here/go/$program" && go build -o "$target/go-$program" .)
done
