#!/usr/bin/env bash
# initramfs.sh CACHE IMAGE INIT MODULE...: packs busybox, INIT and what else stands beside it, and the modules in the order in which they load.
set -euo pipefail
cache=$1 image=$2 init=$3
shift 3
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT

mkdir -p "$root"/{bin,sbin,usr/bin,usr/sbin,lib,dev,proc,sys,host,own,root,modules}
cp "$cache/busybox/bin/busybox" "$root/bin/"
cp "$(dirname "$init")"/* "$root/"
for module in "$@"; do
  modprobe -d "$cache/kernel" -S "$(ls "$cache/kernel/lib/modules")" --show-depends "$module"
done | awk '$1 == "insmod" && !known[$2]++ {print $2}' | while read -r file; do
  cp "$file" "$root/modules/"
  basename "$file" >> "$root/modules/order"
done
(cd "$root" && find . | cpio -o -H newc --quiet) > "$image"
