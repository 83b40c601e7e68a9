#!/usr/bin/env bash
# fetch.sh CACHE: Debian's kernel and a static busybox, unpacked there and not installed. Done once for a version of the kernel.
set -euo pipefail
mkdir -p "$1" && cd "$1"

kernel=$(apt-cache depends linux-image-amd64 | awk '/Depends:/ {print $2; exit}')
if [ -z "$kernel" ]; then
  echo "apt-cache(8) knows no linux-image-amd64: run apt-get update on Debian, as root" >&2
  exit 1
fi
if [ "$(cat complete 2>/dev/null)" != "$kernel" ]; then
  rm -rf complete packages kernel busybox
  mkdir packages
  (cd packages && apt-get download -qq -o APT::Sandbox::User=root -o Acquire::Retries=5 "$kernel" busybox-static)
  dpkg -x packages/linux-image-*.deb kernel
  dpkg -x packages/busybox-static_*.deb busybox
  rm -r packages
  depmod -b kernel "$(ls kernel/lib/modules)"
  echo "$kernel" > complete
fi
