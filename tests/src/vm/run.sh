#!/usr/bin/env bash
# run.sh CACHE OUT: runs OUT/command, a bash script, as root of a VM with Debian's kernel that sees this machine's files. What it prints
# is in OUT/output, and this ends as it does. The processor is emulated, so that no KVM is needed, and alone: a second one doubles the cost.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
cache=$(realpath "$1") out=$(realpath "$2")
rm -f "$out"/{output,code,console}
"$here/initramfs.sh" "$cache" "$out/initramfs" "$here/suite/init" virtio_pci 9pnet_virtio 9p overlay

share() {
  echo "-fsdev local,id=$1,path=$2,security_model=none,multidevs=remap$3 -device virtio-9p-pci,fsdev=$1,mount_tag=$1"
}
# shellcheck disable=SC2046 # the words of a share are options
timeout --kill-after=10 150m qemu-system-x86_64 -accel tcg -M q35 -cpu qemu64 -m 2048 -smp 1 \
  -nodefaults -no-user-config -no-reboot -display none -serial "file:$out/console" \
  -kernel "$cache"/kernel/boot/vmlinuz-* -initrd "$out/initramfs" \
  -append "console=ttyS0 quiet panic=-1 mitigations=off init_on_alloc=0 audit=0 random.trust_cpu=on out=$out modules=$cache/kernel/lib/modules" \
  $(share host / ,readonly=on) $(share out "$out" '') < /dev/null || true
if [ ! -f "$out/code" ]; then
  echo "the VM ended without a word of the command; its console:" >&2
  tail -n 20 "$out/console" >&2
  exit 125
fi
exit "$(cat "$out/code")"
