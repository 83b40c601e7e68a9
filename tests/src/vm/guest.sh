#!/usr/bin/env bash
# guest.sh CACHE DIRECTORY TAP MAC ADDRESS GATEWAY: a guest on a tap of the namespace that this runs in. It says "ready" when the guest has
# done what its first process does, whose words are in DIRECTORY/console, and ends it when its own input ends.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
cache=$1 directory=$2 tap=$3 mac=$4 address=$5 gateway=$6
"$here/initramfs.sh" "$cache" "$directory/initramfs" "$here/guest/init" virtio_pci virtio_net af_packet

qemu-system-x86_64 -accel tcg -M q35 -cpu qemu64 -m 192 -smp 1 -nodefaults -no-user-config -no-reboot -display none \
  -serial "file:$directory/console" -kernel "$cache"/kernel/boot/vmlinuz-* -initrd "$directory/initramfs" \
  -append "console=ttyS0 quiet panic=-1 mitigations=off init_on_alloc=0 random.trust_cpu=on address=$address gateway=$gateway" \
  -netdev "tap,id=nic,ifname=$tap,script=no,downscript=no" \
  -device "virtio-net-pci,romfile=,netdev=nic,mac=$mac" < /dev/null &
guest=$!
trap 'kill $guest; wait $guest || true' EXIT
until grep -qs '^guest: ready' "$directory/console"; do
  kill -0 $guest
  sleep 0.1
done
echo ready
cat
