// The calls of a bind by podbridge, one after the other: its lock, its thread, its reads, its settings, its journals, each change
// acknowledged. Of what it reads it uses the NIC and its address alone, so this is what such a bind costs in the kernel, without the
// thinking.
#include "pod.h"
#include <linux/ip.h>
#include <linux/nexthop.h>
#include <pthread.h>
#include <sys/stat.h>

#ifndef IFF_NO_CARRIER
#define IFF_NO_CARRIER 0x0040
#endif
enum { BRIDGE = 1001, TAP, PLACEHOLDER, JOURNAL_BYTES = 5120 };

static char folder[64], journal[80], unfinished[80], lock_file[80], holder[80], text_of_journal[JOURNAL_BYTES];
static int pod, home;
static struct stat looked;
static struct link pods_nic;

static void visit(int namespace) { if (setns(namespace, CLONE_NEWNET)) die("setns"); }

static int opened(const char *file, int flags) {
  int fd = open(file, flags | O_CLOEXEC, 0600);
  if (fd < 0) die(file);
  return fd;
}

static void named(int index) {
  struct ifreq r = {.ifr_ifindex = index};
  if (ioctl(sock, SIOCGIFNAME, &r)) die("name");
}

// Reads, writes, or opens a setting for nothing; tells whether it is there.
static int setting(const char *of, const char *name, const char *value, int flags) {
  char file[128], told[4096];
  snprintf(file, sizeof file, "/proc/sys/net/%s/%s", of, name);
  visit(pod);
  int fd = open(file, flags | O_CLOEXEC);
  if (fd >= 0) {
    if (value && write(fd, value, 2) != 2) die(file);
    if (flags == O_RDONLY && read(fd, told, sizeof told) < 0) die(file);
    close(fd);
  }
  visit(home);
  return fd >= 0;
}

static void no_ipv6(int index, const char *of) {
  named(index);
  if (!setting(of, "disable_ipv6", "1\n", O_WRONLY)) die(of);
}

static void dump(int type, const void *header, int length, void (*each)(struct nlmsghdr *)) {
  begin(type, NLM_F_DUMP, header, length);
  if (type == RTM_GETLINK) number(IFLA_EXT_MASK, RTEXT_FILTER_SKIP_STATS);
  end();
  talk("dump", each);
}

static void read_nic(struct nlmsghdr *h) {
  read_link(h);
  if (!strcmp(found.name, "eth0")) pods_nic = found;
}

static void dump_links_and_addresses(void) {
  struct ifinfomsg links = {0};
  struct ifaddrmsg addresses = {0};
  dump(RTM_GETLINK, &links, sizeof links, read_nic);
  if (!nic) nic = pods_nic.index;
  dump(RTM_GETADDR, &addresses, sizeof addresses, read_address);
}

static void write_journal(void) {
  stat(folder, &looked);
  stat(folder, &looked);
  int fd = opened(unfinished, O_WRONLY | O_CREAT | O_EXCL);
  if (write(fd, text_of_journal, sizeof text_of_journal) < 0 || fsync(fd)) die("journal");
  close(fd);
  if (rename(unfinished, journal)) die("journal");
  fd = opened(folder, O_RDONLY);
  fsync(fd);
  close(fd);
}

static void change(void) {
  end();
  talk("change", 0);
}

static void link_change(int index, unsigned state, unsigned mask) { begin_link(RTM_SETLINK, NLM_F_ACK, index, state, mask); }

static void change_address(int type, int flags, int index, uint32_t local, int prefix, uint32_t brd) {
  put_address(type, flags | NLM_F_ACK, index, local, prefix, brd);
  talk("address", 0);
}

static void open_handler(void) {
  int yes = 1;
  pod = opened(namespace_path, O_RDONLY);
  stat(namespace_path, &looked);
  stat("/proc/thread-self/ns/net", &looked);
  home = opened("/proc/thread-self/ns/net", O_RDONLY);
  visit(pod);
  open_socket();
  for (int option = NETLINK_CAP_ACK; option <= NETLINK_GET_STRICT_CHK; option++) {
    setsockopt(sock, SOL_NETLINK, option, &yes, sizeof yes);
  }
  visit(home);
}

static void discover(void) {
  struct rtmsg routes = {.rtm_family = AF_INET}, routes6 = {.rtm_family = AF_INET6};
  struct ndmsg neighbours = {0}, proxies = {.ndm_flags = NTF_PROXY};
  nic = 0;
  dump_links_and_addresses();
  dump(RTM_GETROUTE, &routes, sizeof routes, 0);
  dump(RTM_GETROUTE, &routes6, sizeof routes6, 0);
  dump(RTM_GETNEIGH, &neighbours, sizeof neighbours, 0);
  dump(RTM_GETNEIGH, &proxies, sizeof proxies, 0);
  named(nic);
  setting("ipv6/conf/eth0", "disable_ipv6", 0, O_RDONLY);
  named(nic);
  setting("ipv6/conf/eth0", "accept_dad", 0, O_RDONLY);
}

static void preflight(void) {
  struct nhmsg next_hops = {0};
  uint64_t cookie;
  socklen_t length = sizeof cookie;
  link_change(1, 0, 0);
  change();
  close(opened("/dev/net/tun", O_RDWR));
  dump(RTM_GETNEXTHOP, &next_hops, sizeof next_hops, 0);
  stat("/proc/1/ns/net", &looked);
  stat("/proc/self/ns/net", &looked);
  setting("bridge", "bridge-nf-call-iptables", 0, O_RDONLY);
  setting("ipv4/conf/all", "arp_ignore", 0, O_WRONLY);
  access("/sys/fs/selinux/enforce", F_OK);
  getsockopt(sock, SOL_SOCKET, SO_NETNS_COOKIE, &cookie, &length);
}

static void new_link(int index, const char *name, const unsigned char *mac, int mtu) {
  begin_link(RTM_NEWLINK, NLM_F_CREATE | NLM_F_EXCL | NLM_F_ACK, index, 0, 0);
  text(IFLA_IFNAME, name);
  attribute(IFLA_ADDRESS, mac, 6);
  if (mtu) number(IFLA_MTU, mtu);
  bridge_without(IFLA_INFO_KIND, IFLA_INFO_DATA, IFLA_BR_MCAST_SNOOPING);
  change();
}

static void answer_no_arp(int index) {
  link_change(index, 0, 0);
  int families = nest(IFLA_AF_SPEC), family = nest(AF_INET), settings = nest(IFLA_INET_CONF);
  number(IPV4_DEVCONF_ARP_IGNORE, 1);
  unnest(settings);
  unnest(family);
  unnest(families);
  change();
}

static void make_bridge(const unsigned char *mac) {
  new_link(BRIDGE, "k6t-eth0", mac, 0);
  no_ipv6(BRIDGE, "ipv6/conf/k6t-eth0");
  change_address(RTM_NEWADDR, NLM_F_CREATE | NLM_F_REPLACE, BRIDGE, inet_addr("169.254.75.10"), 32, 0);
  answer_no_arp(BRIDGE);
  named(BRIDGE);
  checksum_off();
  link_change(BRIDGE, IFF_UP, IFF_UP);
  change();
}

static void make_tap(void) {
  struct ifreq r = {.ifr_flags = IFF_TAP | IFF_NO_PI | IFF_VNET_HDR | IFF_TUN_EXCL | IFF_NO_CARRIER};
  unsigned index = TAP;
  strcpy(r.ifr_name, "tap0");
  visit(pod);
  int fd = opened("/dev/net/tun", O_RDWR);
  visit(home);
  if (ioctl(fd, TUNSETIFINDEX, &index) || ioctl(fd, TUNSETIFF, &r) || ioctl(fd, TUNSETOWNER, 107)
      || ioctl(fd, TUNSETGROUP, 107)) die("tap");
  link_change(TAP, 0, 0);
  number(IFLA_MTU, pods_nic.mtu);
  change();
  if (ioctl(fd, TUNSETPERSIST, 1)) die("tap");
  close(fd);
  no_ipv6(TAP, "ipv6/conf/tap0");
  link_change(TAP, 0, 0);
  number(IFLA_MASTER, BRIDGE);
  change();
  link_change(TAP, IFF_UP, IFF_UP);
  change();
}

static void rename_link(int index, const char *name) {
  link_change(index, 0, 0);
  text(IFLA_IFNAME, name);
  change();
}

static void move_address(void) {
  new_link(PLACEHOLDER, "placeholder", pods_nic.mac, pods_nic.mtu);
  link_change(nic, 0, IFF_UP);
  change();
  rename_link(nic, "eth0-nic");
  rename_link(PLACEHOLDER, "eth0");
  change_address(RTM_NEWADDR, NLM_F_CREATE | NLM_F_REPLACE, PLACEHOLDER, address, 24, broadcast);
  change_address(RTM_DELADDR, 0, nic, address, 24, broadcast);
}

static void attach_nic(const unsigned char *mac) {
  no_ipv6(nic, "ipv6/conf/eth0-nic");
  link_change(nic, 0, 0);
  attribute(IFLA_ADDRESS, mac, 6);
  number(IFLA_MASTER, BRIDGE);
  change();
  no_learning(nic);
  talk("learning", 0);
}

static void *in_the_thread(void *nothing) {
  const unsigned char *mac = random_mac();
  open_handler();
  stat(folder, &looked);
  stat(journal, &looked);
  discover();
  preflight();
  write_journal();
  make_bridge(mac);
  make_tap();
  move_address();
  attach_nic(mac);
  dump_links_and_addresses();
  write_journal();
  close(sock);
  close(pod);
  close(home);
  return nothing;
}

static void bind_pod(void) {
  pthread_t thread;
  struct flock whole = {.l_type = F_WRLCK, .l_whence = SEEK_SET}, none = {.l_type = F_UNLCK, .l_whence = SEEK_SET};
  stat(namespace_path, &looked);
  stat(folder, &looked);
  stat(lock_file, &looked);
  int lock = opened(lock_file, O_WRONLY | O_CREAT | O_NOFOLLOW);
  if (fcntl(lock, F_SETLK, &whole)) die("lock");
  int note = opened(holder, O_WRONLY | O_CREAT | O_EXCL);
  if (write(note, "4711 4711\n", 10) != 10) die("note");
  close(note);
  if (pthread_create(&thread, 0, in_the_thread, 0) || pthread_join(thread, 0)) die("thread");
  unlink(holder);
  fcntl(lock, F_SETLK, &none);
  close(lock);
}

static void tidy_up(void) {
  unlink(unfinished);
  unlink(journal);
  unlink(holder);
  unlink(lock_file);
  rmdir(folder);
}

static void name_file(char *file, const char *name) { snprintf(file, 80, "%s/%s", folder, name); }

int main(void) {
  strcpy(folder, "/dev/shm/podbridge-careful-XXXXXX");
  if (!mkdtemp(folder)) die("journals' folder");
  name_file(journal, "journal");
  name_file(unfinished, "journal.tmp");
  name_file(lock_file, "lock");
  name_file(holder, "holder");
  atexit(tidy_up);
  memset(text_of_journal, ' ', sizeof text_of_journal);
  return for_each_namespace(bind_pod, 0);
}
