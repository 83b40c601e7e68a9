#!/bin/bash
# The bind by hand, with ip(8) in batches. Reads a namespace's path per line.
work() {
  ip -4 -j -batch - >/dev/null <<< $'addr show dev eth0\nroute show dev eth0' &&
    echo 1 > /proc/sys/net/ipv4/conf/all/arp_ignore &&
    ip -batch - <<'BATCH' && bridge -batch - <<< 'link set dev eth0-nic learning off' && ethtool -K k6t-eth0 tx off >/dev/null
link set dev eth0 down
addr del 10.244.1.7/24 dev eth0
link set dev eth0 name eth0-nic
link add name eth0 type bridge
addr replace 10.244.1.7/24 brd 10.244.1.255 dev eth0
link add name k6t-eth0 address 02:00:00:00:00:07 type bridge
link set dev eth0-nic address 02:00:00:00:00:07
link set dev eth0-nic master k6t-eth0
link set dev k6t-eth0 up
addr add 169.254.75.10/32 dev k6t-eth0
tuntap add dev tap0 mode tap vnet_hdr user 107 group 107
link set dev tap0 mtu 1450
link set dev tap0 master k6t-eth0
link set dev tap0 up
link set dev eth0-nic up
BATCH
}
nanos() { echo $(( ${EPOCHREALTIME/./} * 1000 )); }

if [ "$1" = timed ]; then
  begun=$(nanos)
  work 1>&2 && echo "OK total=$(( $(nanos) - begun ))" || echo "ERR ip(8) failed"
  exit
fi
while read -r path; do
  nsenter --net="$path" "$0" timed
done
