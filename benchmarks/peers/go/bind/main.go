// The bind in KubeVirt's order with vishvananda/netlink, a socket for each call. With an argument, the tap is made by that program.
package main

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"syscall"
	"time"
	"unsafe"

	"github.com/vishvananda/netlink"
	"golang.org/x/sys/unix"
)

type ifreq struct {
	name [unix.IFNAMSIZ]byte
	data uintptr
}

type ethtoolValue struct{ command, data uint32 }

const (
	siocEthtool = 0x8946
	getTxsum    = 0x16
	setTxsum    = 0x17
)

func must(what string, err error) {
	if err != nil {
		panic(fmt.Errorf("%s: %w", what, err))
	}
}

func ethtool(fd int, name string, value *ethtoolValue) {
	request := ifreq{data: uintptr(unsafe.Pointer(value))}
	copy(request.name[:], name)
	_, _, errno := unix.Syscall(unix.SYS_IOCTL, uintptr(fd), siocEthtool, uintptr(unsafe.Pointer(&request)))
	if errno != 0 {
		panic(errno)
	}
}

func checksumOff(name string) {
	fd, err := unix.Socket(unix.AF_INET, unix.SOCK_DGRAM|unix.SOCK_CLOEXEC, 0)
	must("socket", err)
	defer unix.Close(fd)
	value := ethtoolValue{command: getTxsum}
	ethtool(fd, name, &value)
	if value.data != 0 {
		ethtool(fd, name, &ethtoolValue{command: setTxsum})
	}
}

func makeTap(helper string, mtu int) {
	if helper != "" {
		for fd := 3; fd < 256; fd++ {
			syscall.CloseOnExec(fd)
		}
		must("tap helper", exec.Command(helper).Run())
		return
	}
	tap := &netlink.Tuntap{LinkAttrs: netlink.LinkAttrs{Name: "tap0"}, Mode: unix.IFF_TAP, Owner: 107, Group: 107,
		Flags: netlink.TUNTAP_DEFAULTS | netlink.TUNTAP_NO_PI | netlink.TUNTAP_VNET_HDR}
	must("add tap", netlink.LinkAdd(tap))
	must("mtu of tap", netlink.LinkSetMTU(tap, mtu))
}

func bindPod(helper string) {
	pod, err := netlink.LinkByName("eth0")
	must("link", err)
	addresses, err := netlink.AddrList(pod, netlink.FAMILY_V4)
	must("addresses", err)
	address := addresses[0]
	_, err = netlink.RouteList(pod, netlink.FAMILY_V4)
	must("routes", err)
	must("down", netlink.LinkSetDown(pod))
	must("delete address", netlink.AddrDel(pod, &address))
	must("rename", netlink.LinkSetName(pod, "eth0-nic"))
	pod, err = netlink.LinkByName("eth0-nic")
	must("renamed link", err)
	placeholder := &netlink.Bridge{LinkAttrs: netlink.LinkAttrs{Name: "eth0"}}
	must("placeholder", netlink.LinkAdd(placeholder))
	must("its address", netlink.AddrReplace(placeholder, &address))
	must("arp_ignore", os.WriteFile("/proc/sys/net/ipv4/conf/all/arp_ignore", []byte("1"), 0o644))
	bridge := &netlink.Bridge{LinkAttrs: netlink.LinkAttrs{Name: "k6t-eth0"}}
	must("bridge", netlink.LinkAdd(bridge))
	made, err := netlink.LinkByName("k6t-eth0")
	must("made bridge", err)
	must("mac", netlink.LinkSetHardwareAddr(pod, made.Attrs().HardwareAddr))
	must("master", netlink.LinkSetMaster(pod, bridge))
	must("bridge up", netlink.LinkSetUp(bridge))
	fake, err := netlink.ParseAddr("169.254.75.10/32")
	must("parse", err)
	must("bridge's address", netlink.AddrAdd(bridge, fake))
	checksumOff("k6t-eth0")
	makeTap(helper, pod.Attrs().MTU)
	tap, err := netlink.LinkByName("tap0")
	must("tap", err)
	must("tap's master", netlink.LinkSetMaster(tap, bridge))
	must("tap up", netlink.LinkSetUp(tap))
	must("up", netlink.LinkSetUp(pod))
	must("learning", netlink.LinkSetLearning(pod, false))
}

func answer(path string, home int, helper string) (line string) {
	defer func() {
		unix.Setns(home, unix.CLONE_NEWNET)
		if failure := recover(); failure != nil {
			line = fmt.Sprint("ERR ", failure)
		}
	}()
	fd, err := unix.Open(path, unix.O_RDONLY|unix.O_CLOEXEC, 0)
	must("open", err)
	defer unix.Close(fd)
	must("enter", unix.Setns(fd, unix.CLONE_NEWNET))
	begun := time.Now()
	bindPod(helper)
	return fmt.Sprint("OK total=", time.Since(begun).Nanoseconds())
}

func main() {
	runtime.LockOSThread()
	helper := ""
	if len(os.Args) > 1 {
		helper = os.Args[1]
	}
	home, err := unix.Open("/proc/thread-self/ns/net", unix.O_RDONLY|unix.O_CLOEXEC, 0)
	must("home", err)
	for lines := bufio.NewScanner(os.Stdin); lines.Scan(); {
		fmt.Println(answer(lines.Text(), home, helper))
	}
}
