// Creates one persistent tap in the namespace that it was started in: KubeVirt starts such a helper for each tap.
package main

import (
	"fmt"
	"os"

	"github.com/vishvananda/netlink"
	"golang.org/x/sys/unix"
)

func main() {
	tap := &netlink.Tuntap{LinkAttrs: netlink.LinkAttrs{Name: "tap0"}, Mode: unix.IFF_TAP, Owner: 107, Group: 107,
		Flags: netlink.TUNTAP_DEFAULTS | netlink.TUNTAP_NO_PI | netlink.TUNTAP_VNET_HDR}
	if err := netlink.LinkAdd(tap); err != nil {
		fmt.Fprintln(os.Stderr, "add:", err)
		os.Exit(1)
	}
	if err := netlink.LinkSetMTU(tap, 1450); err != nil {
		fmt.Fprintln(os.Stderr, "mtu:", err)
		os.Exit(1)
	}
}
