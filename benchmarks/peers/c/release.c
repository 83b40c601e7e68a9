// What a release costs whoever deletes what a bind made link by link. Reads a bound namespace's path per line.
#include "netlink.h"

static void delete_link(const char *name) {
  begin_link(RTM_DELLINK, NLM_F_ACK, link_by_name(name).index, 0, 0);
  end();
  talk(name, 0);
}

int main(void) {
  char path[512];
  int home = open("/proc/self/ns/net", O_RDONLY | O_CLOEXEC);
  setvbuf(stdout, 0, _IOLBF, 0);
  while (fgets(path, sizeof path, stdin)) {
    path[strcspn(path, "\n")] = 0;
    enter(path);
    uint64_t begun = now();
    open_socket();
    delete_link("tap0");
    delete_link("k6t-eth0");
    delete_link("eth0");
    close(sock);
    uint64_t took = now() - begun;
    setns(home, CLONE_NEWNET);
    printf("OK total=%lu\n", took);
  }
}
