// Reads tables of one namespace, whose path is the last argument: "links", "routes", or "link NAME" per line.
#include "netlink.h"

static struct link *links;
static struct route { uint32_t destination, gateway, index, metric; unsigned char prefix, table, scope, protocol; } *routes;
static int count, room;

static void keep_link(struct nlmsghdr *h) {
  if (count == room) links = realloc(links, (room = room * 2 + 256) * sizeof *links);
  read_link(h);
  links[count++] = found;
}

static void keep_route(struct nlmsghdr *h) {
  struct rtmsg *i = NLMSG_DATA(h);
  int left = h->nlmsg_len - NLMSG_LENGTH(sizeof *i);
  struct route r = {.prefix = i->rtm_dst_len, .table = i->rtm_table, .scope = i->rtm_scope, .protocol = i->rtm_protocol};
  for (struct rtattr *a = RTM_RTA(i); RTA_OK(a, left); a = RTA_NEXT(a, left)) {
    if (a->rta_type == RTA_DST) memcpy(&r.destination, RTA_DATA(a), 4);
    if (a->rta_type == RTA_GATEWAY) memcpy(&r.gateway, RTA_DATA(a), 4);
    if (a->rta_type == RTA_OIF) memcpy(&r.index, RTA_DATA(a), 4);
    if (a->rta_type == RTA_PRIORITY) memcpy(&r.metric, RTA_DATA(a), 4);
  }
  if (count == room) routes = realloc(routes, (room = room * 2 + 256) * sizeof *routes);
  routes[count++] = r;
}

static void answer(char *line) {
  struct rtmsg inet = {.rtm_family = AF_INET};
  count = room = 0;
  if (!strncmp(line, "link ", 5)) {
    link_by_name(line + 5);
    count = 1;
  } else if (!strcmp(line, "links")) {
    begin_link(RTM_GETLINK, NLM_F_DUMP, 0, 0, 0);
    end();
    talk(line, keep_link);
  } else {
    begin(RTM_GETROUTE, NLM_F_DUMP, &inet, sizeof inet);
    end();
    talk(line, keep_route);
  }
  free(links);
  free(routes);
  links = 0;
  routes = 0;
}

int main(int arguments, char **argument) {
  char line[64];
  setvbuf(stdout, 0, _IOLBF, 0);
  enter(argument[arguments - 1]);
  open_socket();
  while (fgets(line, sizeof line, stdin)) {
    line[strcspn(line, "\n")] = 0;
    uint64_t begun = now();
    answer(line);
    uint64_t took = now() - begun;
    printf("OK %d %lu\n", count, took);
  }
}
