// What a release costs whoever deletes what a bind made link by link. Reads a bound namespace's path per line.
#include "netlink.h"

static void delete_link(const char *name) {
  begin_link(RTM_DELLINK, NLM_F_ACK, link_by_name(name).index, 0, 0);
  end();
  talk(name, 0);
}

static void release_pod(void) {
  open_socket();
  delete_link("tap0");
  delete_link("k6t-eth0");
  delete_link("eth0");
  close(sock);
}

int main(void) { return for_each_namespace(release_pod, 1); }
