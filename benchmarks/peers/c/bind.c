// The floor: a bind with as few messages, and as few calls, as the kernel allows. Nothing is looked at twice, checked or written down.
#include "pod.h"

static void new_bridge(int index, const char *name, const unsigned char *mac, unsigned state) {
  begin_link(RTM_NEWLINK, NLM_F_CREATE | NLM_F_EXCL, index, state, state);
  text(IFLA_IFNAME, name);
  if (mac) attribute(IFLA_ADDRESS, mac, 6);
  int info = nest(IFLA_LINKINFO);
  attribute(IFLA_INFO_KIND, "bridge", 6);
  unnest(info);
  end();
}

static void discover(void) {
  struct rtgenmsg inet = {.rtgen_family = AF_INET};
  struct ifaddrmsg addresses = {.ifa_family = AF_INET};
  nic = link_by_name("eth0").index;
  begin(RTM_GETADDR, NLM_F_DUMP, &addresses, sizeof addresses);
  end();
  talk("addresses", read_address);
  begin(RTM_GETROUTE, NLM_F_DUMP, &inet, sizeof inet);
  end();
  talk("routes", 0);
}

static void make_tap(void) {
  struct ifreq r = {.ifr_flags = IFF_TAP | IFF_NO_PI | IFF_VNET_HDR | IFF_TUN_EXCL};
  int fd = open("/dev/net/tun", O_RDWR | O_CLOEXEC);
  strcpy(r.ifr_name, "tap0");
  if (fd < 0 || ioctl(fd, TUNSETIFF, &r) || ioctl(fd, TUNSETOWNER, 107) || ioctl(fd, TUNSETGROUP, 107)
      || ioctl(fd, TUNSETPERSIST, 1)) die("tap");
  close(fd);
}

static void no_arp(void) {
  int fd = open("/proc/sys/net/ipv4/conf/all/arp_ignore", O_WRONLY | O_CLOEXEC);
  if (fd < 0 || write(fd, "1", 1) != 1) die("arp_ignore");
  close(fd);
}

static void bind_pod(void) {
  const unsigned char *mac = random_mac();
  open_socket();
  discover();
  make_tap();
  int bridge = nic + 1000, placeholder = nic + 1001;
  new_bridge(bridge, "k6t-eth0", mac, IFF_UP);
  put_address(RTM_NEWADDR, NLM_F_CREATE | NLM_F_EXCL, bridge, inet_addr("169.254.75.10"), 32, 0);
  put_address(RTM_DELADDR, 0, nic, address, 24, broadcast);
  begin_link(RTM_SETLINK, 0, nic, 0, IFF_UP);
  attribute(IFLA_ADDRESS, mac, 6);
  text(IFLA_IFNAME, "eth0-nic");
  number(IFLA_MASTER, bridge);
  end();
  new_bridge(placeholder, "eth0", 0, 0);
  put_address(RTM_NEWADDR, NLM_F_CREATE | NLM_F_REPLACE, placeholder, address, 24, broadcast);
  begin_link(RTM_SETLINK, 0, 0, IFF_UP, IFF_UP);
  text(IFLA_IFNAME, "tap0");
  number(IFLA_MTU, 1450);
  number(IFLA_MASTER, bridge);
  end();
  no_learning(nic);
  talk("changes", 0);
  checksum_off();
  no_arp();
  close(sock);
}

int main(void) { return for_each_namespace(bind_pod, 1); }
