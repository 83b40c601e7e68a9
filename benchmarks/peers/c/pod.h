// What a bind reads of a pod, and the requests that it is made of.
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

static const unsigned char *random_mac(void) {
  static unsigned char mac[6] = {2};
  uint64_t random = now() * 6364136223846793005ull;
  memcpy(mac + 1, (char *)&random + 3, 5);
  return mac;
}

// What a link is, or what it is a port of, with one of its settings switched off.
static void bridge_without(int kind, int data_of_kind, int setting) {
  int info = nest(IFLA_LINKINFO);
  attribute(kind, "bridge", 6);
  int data = nest(data_of_kind);
  attribute(setting, "\0", 1);
  unnest(data);
  unnest(info);
}

static void no_learning(int index) {
  begin_link(RTM_NEWLINK, NLM_F_ACK, index, IFF_UP, IFF_UP);
  bridge_without(IFLA_INFO_SLAVE_KIND, IFLA_INFO_SLAVE_DATA, IFLA_BRPORT_LEARNING);
  end();
}

static void checksum_off(void) {
  struct ethtool_value off = {.cmd = ETHTOOL_STXCSUM};
  struct ifreq r = {.ifr_data = (void *)&off};
  strcpy(r.ifr_name, "k6t-eth0");
  if (ioctl(sock, SIOCETHTOOL, &r)) die("checksum offload");
}
