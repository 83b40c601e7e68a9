// The floor: a bind with as few messages, and as few calls, as the kernel allows. Nothing is looked at twice, checked or written down.
#include "netlink.h"

static uint32_t address, broadcast;
static int nic;

static void read_address(struct nlmsghdr *h) {
  struct ifaddrmsg *i = NLMSG_DATA(h);
  int left = h->nlmsg_len - NLMSG_LENGTH(sizeof *i);
  if ((int)i->ifa_index != nic || i->ifa_family != AF_INET) return;
  for (struct rtattr *a = IFA_RTA(i); RTA_OK(a, left); a = RTA_NEXT(a, left)) {
    if (a->rta_type == IFA_LOCAL) memcpy(&address, RTA_DATA(a), 4);
    if (a->rta_type == IFA_BROADCAST) memcpy(&broadcast, RTA_DATA(a), 4);
  }
}

static void put_address(int type, int flags, int index, uint32_t local, int prefix, uint32_t brd) {
  struct ifaddrmsg i = {.ifa_family = AF_INET, .ifa_prefixlen = prefix, .ifa_index = index};
  begin(type, flags, &i, sizeof i);
  number(IFA_LOCAL, local);
  number(IFA_ADDRESS, local);
  if (brd) number(IFA_BROADCAST, brd);
  end();
}

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

static void checksum_off(void) {
  struct ethtool_value off = {.cmd = ETHTOOL_STXCSUM};
  struct ifreq r = {.ifr_data = (void *)&off};
  strcpy(r.ifr_name, "k6t-eth0");
  if (ioctl(sock, SIOCETHTOOL, &r)) die("checksum offload");
}

static void no_arp(void) {
  int fd = open("/proc/sys/net/ipv4/conf/all/arp_ignore", O_WRONLY | O_CLOEXEC);
  if (fd < 0 || write(fd, "1", 1) != 1) die("arp_ignore");
  close(fd);
}

static void bind_pod(void) {
  unsigned char mac[6] = {2, 0, 0, 0, 0, 0};
  uint64_t random = now() * 6364136223846793005ull;
  memcpy(mac + 1, (char *)&random + 3, 5);
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
  begin_link(RTM_NEWLINK, NLM_F_ACK, nic, IFF_UP, IFF_UP);
  int info = nest(IFLA_LINKINFO);
  attribute(IFLA_INFO_SLAVE_KIND, "bridge", 6);
  int data = nest(IFLA_INFO_SLAVE_DATA);
  attribute(IFLA_BRPORT_LEARNING, "\0", 1);
  unnest(data);
  unnest(info);
  end();
  talk("changes", 0);
  checksum_off();
  no_arp();
  close(sock);
}

int main(void) { return in_each_namespace(bind_pod); }
