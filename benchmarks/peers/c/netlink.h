// As little of rtnetlink as the peers need: messages in one buffer, one socket, and a namespace to enter.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/ethtool.h>
#include <linux/if_link.h>
#include <linux/if_tun.h>
#include <linux/rtnetlink.h>
#include <linux/sockios.h>
#include <net/if.h>
#include <sched.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

static int sock = -1;
static uint32_t sequence;
static unsigned char out[65536], in[1 << 20];
static int out_length, message_start;

static void die(const char *what) {
  printf("ERR %s: %s\n", what, strerror(errno));
  exit(1);
}

static uint64_t now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1000000000ull + t.tv_nsec;
}

static void enter(const char *path) {
  int fd = open(path, O_RDONLY | O_CLOEXEC);
  if (fd < 0 || setns(fd, CLONE_NEWNET)) die(path);
  close(fd);
}

static void open_socket(void) {
  struct sockaddr_nl any = {.nl_family = AF_NETLINK};
  sock = socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_ROUTE);
  if (sock < 0 || bind(sock, (void *)&any, sizeof any)) die("netlink socket");
}

static void *append(const void *bytes, int length) {
  void *at = out + out_length;
  memset(at, 0, NLMSG_ALIGN(length));
  if (bytes) memcpy(at, bytes, length);
  out_length += NLMSG_ALIGN(length);
  return at;
}

static void begin(int type, int flags, const void *header, int length) {
  struct nlmsghdr h = {.nlmsg_type = type, .nlmsg_flags = NLM_F_REQUEST | flags, .nlmsg_seq = ++sequence};
  message_start = out_length;
  append(&h, sizeof h);
  append(header, length);
}

static void end(void) { ((struct nlmsghdr *)(out + message_start))->nlmsg_len = out_length - message_start; }

static void attribute(int type, const void *bytes, int length) {
  struct rtattr a = {.rta_type = type, .rta_len = RTA_LENGTH(length)};
  append(&a, sizeof a);
  append(bytes, length);
}

static void number(int type, uint32_t value) { attribute(type, &value, sizeof value); }
static void text(int type, const char *value) { attribute(type, value, strlen(value) + 1); }

static int nest(int type) {
  int at = out_length;
  attribute(type, 0, 0);
  return at;
}

static void unnest(int at) { ((struct rtattr *)(out + at))->rta_len = out_length - at; }

static void begin_link(int type, int flags, int index, unsigned state, unsigned mask) {
  struct ifinfomsg i = {.ifi_index = index, .ifi_flags = state, .ifi_change = mask};
  begin(type, flags, &i, sizeof i);
}

static void send_all(void) {
  if (send(sock, out, out_length, 0) != out_length) die("send");
  out_length = 0;
}

// Reads until the last request is acknowledged, or a dump or a single answer is complete; an error of any request counts.
static int receive(void (*each)(struct nlmsghdr *)) {
  int error = 0;
  while (1) {
    int length = recv(sock, in, sizeof in, 0);
    if (length < 0) die("recv");
    for (struct nlmsghdr *h = (void *)in; NLMSG_OK(h, length); h = NLMSG_NEXT(h, length)) {
      if (h->nlmsg_type == NLMSG_ERROR) {
        int e = -((struct nlmsgerr *)NLMSG_DATA(h))->error;
        if (e && !error) error = e;
        if (h->nlmsg_seq == sequence) return error;
      } else if (h->nlmsg_type == NLMSG_DONE) {
        return error;
      } else {
        if (each) each(h);
        if (!(h->nlmsg_flags & NLM_F_MULTI)) return error;
      }
    }
  }
}

static void talk(const char *what, void (*each)(struct nlmsghdr *)) {
  send_all();
  if ((errno = receive(each))) die(what);
}

static struct link { int index, mtu; char name[IFNAMSIZ]; unsigned char mac[6]; } found;

static void read_link(struct nlmsghdr *h) {
  struct ifinfomsg *i = NLMSG_DATA(h);
  int left = h->nlmsg_len - NLMSG_LENGTH(sizeof *i);
  memset(&found, 0, sizeof found);
  found.index = i->ifi_index;
  for (struct rtattr *a = IFLA_RTA(i); RTA_OK(a, left); a = RTA_NEXT(a, left)) {
    if (a->rta_type == IFLA_IFNAME) strncpy(found.name, RTA_DATA(a), IFNAMSIZ - 1);
    if (a->rta_type == IFLA_MTU) memcpy(&found.mtu, RTA_DATA(a), sizeof found.mtu);
    if (a->rta_type == IFLA_ADDRESS && RTA_PAYLOAD(a) == 6) memcpy(found.mac, RTA_DATA(a), 6);
  }
}

static struct link link_by_name(const char *name) {
  begin_link(RTM_GETLINK, 0, 0, 0, 0);
  number(IFLA_EXT_MASK, RTEXT_FILTER_SKIP_STATS);
  text(IFLA_IFNAME, name);
  end();
  talk(name, read_link);
  return found;
}

static char namespace_path[512];

// Does some work for each namespace whose path comes on a line, inside it or not, and says how long that took.
static int for_each_namespace(void (*work)(void), int inside) {
  int home = open("/proc/self/ns/net", O_RDONLY | O_CLOEXEC);
  setvbuf(stdout, 0, _IOLBF, 0);
  while (fgets(namespace_path, sizeof namespace_path, stdin)) {
    namespace_path[strcspn(namespace_path, "\n")] = 0;
    if (inside) enter(namespace_path);
    uint64_t begun = now();
    work();
    uint64_t took = now() - begun;
    setns(home, CLONE_NEWNET);
    printf("OK total=%lu\n", took);
  }
  return 0;
}
