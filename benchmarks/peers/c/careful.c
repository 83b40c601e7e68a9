// The same calls as a bind by podbridge, one after the other: its reads, its settings, its journals, its thread, each change acknowledged.
// Nothing of what is read is looked at, so this is what a bind as careful as ours costs in the kernel, and none of the thinking.
#include "pod.h"
#include <linux/nexthop.h>
#include <pthread.h>
#include <sys/stat.h>

static char folder[64], journal[128], unfinished[160], text_of_journal[8000];
static int pod, home;
static struct stat looked;

static void visit(int namespace) { if (setns(namespace, CLONE_NEWNET)) die("setns"); }

static int opened(const char *file, int flags) {
  int fd = open(file, flags | O_CLOEXEC, 0600);
  if (fd < 0) die(file);
  return fd;
}

// Reads, writes, or opens a setting for nothing.
static void setting(const char *of, const char *name, const char *value, int flags) {
  char file[128], told[4096];
  snprintf(file, sizeof file, "/proc/sys/net/%s/%s", of, name);
  visit(pod);
  int fd = opened(file, flags);
  if (value && write(fd, value, 2) != 2) die(file);
  if (flags == O_RDONLY && read(fd, told, sizeof told) < 0) die(file);
  close(fd);
  visit(home);
}

static void dump(int type, const void *header, int length, void (*each)(struct nlmsghdr *)) {
  begin(type, NLM_F_DUMP, header, length);
  end();
  talk("dump", each);
}

static void dump_links_and_addresses(void) {
  struct ifinfomsg links = {0};
  struct ifaddrmsg addresses = {0};
  dump(RTM_GETLINK, &links, sizeof links, 0);
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

static void acknowledged_address(int type, int flags, int index, uint32_t local, int prefix, uint32_t brd) {
  put_address(type, flags | NLM_F_ACK, index, local, prefix, brd);
  talk("address", 0);
}

static void open_handler(void) {
  int yes = 1;
  pod = opened(path, O_RDONLY);
  stat(path, &looked);
  stat("/proc/thread-self/ns/net", &looked);
  home = opened("/proc/thread-self/ns/net", O_RDONLY);
  visit(pod);
  open_socket();
  for (int option = NETLINK_EXT_ACK; option <= NETLINK_GET_STRICT_CHK; option++) {
    setsockopt(sock, SOL_NETLINK, option, &yes, sizeof yes);
  }
  visit(home);
}

static void discover(void) {
  struct rtmsg routes = {.rtm_family = AF_INET}, routes6 = {.rtm_family = AF_INET6};
  struct ndmsg neighbours = {0}, proxies = {.ndm_flags = NTF_PROXY};
  nic = link_by_name("eth0").index;
  dump_links_and_addresses();
  dump(RTM_GETROUTE, &routes, sizeof routes, 0);
  dump(RTM_GETROUTE, &routes6, sizeof routes6, 0);
  dump(RTM_GETNEIGH, &neighbours, sizeof neighbours, 0);
  dump(RTM_GETNEIGH, &proxies, sizeof proxies, 0);
  setting("ipv6/conf/eth0", "disable_ipv6", 0, O_RDONLY);
  setting("ipv6/conf/eth0", "accept_dad", 0, O_RDONLY);
}

static void preflight(void) {
  struct nhmsg next_hops = {0};
  link_change(1, 0, 0);
  change();
  close(opened("/dev/net/tun", O_RDWR));
  dump(RTM_GETNEXTHOP, &next_hops, sizeof next_hops, 0);
  stat("/proc/1/ns/net", &looked);
  stat("/proc/self/ns/net", &looked);
  setting("bridge", "bridge-nf-call-iptables", 0, O_RDONLY);
  setting("ipv4/conf/all", "arp_ignore", 0, O_WRONLY);
}

static void make_bridge(int index, const unsigned char *mac) {
  new_bridge(index, "k6t-eth0", mac, 0);
  ((struct nlmsghdr *)(out + message_start))->nlmsg_flags |= NLM_F_ACK;
  talk("bridge", 0);
  setting("ipv6/conf/k6t-eth0", "disable_ipv6", "1\n", O_WRONLY);
  acknowledged_address(RTM_NEWADDR, NLM_F_CREATE | NLM_F_EXCL, index, inet_addr("169.254.75.10"), 32, 0);
  setting("ipv4/conf/k6t-eth0", "arp_ignore", "1\n", O_WRONLY);
  checksum_off();
  link_change(index, IFF_UP, IFF_UP);
  change();
}

static void make_tap(int bridge) {
  struct ifreq r = {.ifr_flags = IFF_TAP | IFF_NO_PI | IFF_VNET_HDR | IFF_TUN_EXCL};
  strcpy(r.ifr_name, "tap0");
  visit(pod);
  int fd = opened("/dev/net/tun", O_RDWR);
  visit(home);
  if (ioctl(fd, TUNSETIFF, &r) || ioctl(fd, TUNSETOWNER, 107) || ioctl(fd, TUNSETGROUP, 107)) die("tap");
  int tap = link_by_name("tap0").index;
  link_change(tap, 0, 0);
  number(IFLA_MTU, 1450);
  change();
  if (ioctl(fd, TUNSETPERSIST, 1)) die("tap");
  close(fd);
  setting("ipv6/conf/tap0", "disable_ipv6", "1\n", O_WRONLY);
  link_change(tap, 0, 0);
  number(IFLA_MASTER, bridge);
  change();
  link_change(tap, IFF_UP, IFF_UP);
  change();
}

static void rename_link(int index, const char *name) {
  link_change(index, 0, 0);
  text(IFLA_IFNAME, name);
  change();
}

static void move_address(int placeholder) {
  new_bridge(placeholder, "placeholder", 0, 0);
  ((struct nlmsghdr *)(out + message_start))->nlmsg_flags |= NLM_F_ACK;
  talk("placeholder", 0);
  link_change(nic, 0, IFF_UP);
  change();
  rename_link(nic, "eth0-nic");
  rename_link(placeholder, "eth0");
  acknowledged_address(RTM_NEWADDR, NLM_F_CREATE | NLM_F_REPLACE, placeholder, address, 24, broadcast);
  acknowledged_address(RTM_DELADDR, 0, nic, address, 24, broadcast);
}

static void attach_nic(int bridge, const unsigned char *mac) {
  setting("ipv6/conf/eth0-nic", "disable_ipv6", "1\n", O_WRONLY);
  link_change(nic, 0, 0);
  attribute(IFLA_ADDRESS, mac, 6);
  number(IFLA_MASTER, bridge);
  change();
  no_learning(nic);
  talk("learning", 0);
}

static void *bind_pod(void *nothing) {
  open_handler();
  stat(journal, &looked);
  discover();
  preflight();
  write_journal();
  const unsigned char *mac = random_mac();
  make_bridge(nic + 1000, mac);
  make_tap(nic + 1000);
  move_address(nic + 1001);
  attach_nic(nic + 1000, mac);
  dump_links_and_addresses();
  write_journal();
  close(sock);
  close(pod);
  close(home);
  return nothing;
}

static void in_a_thread(void) {
  pthread_t thread;
  if (pthread_create(&thread, 0, bind_pod, 0) || pthread_join(thread, 0)) die("thread");
}

int main(void) {
  strcpy(folder, "/dev/shm/podbridge-careful-XXXXXX");
  if (!mkdtemp(folder)) die("journals' folder");
  snprintf(journal, sizeof journal, "%s/journal", folder);
  snprintf(unfinished, sizeof unfinished, "%s.tmp", journal);
  memset(text_of_journal, ' ', sizeof text_of_journal);
  int code = in_each_namespace(in_a_thread);
  unlink(journal);
  rmdir(folder);
  return code;
}
