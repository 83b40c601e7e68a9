package io.podbridge.testkit.contract;

import io.podbridge.netlink.Feature;
import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.testkit.netns.LinuxVersion;
import io.podbridge.testkit.netns.NetnsRequirement;
import org.junit.jupiter.api.Assumptions;

/** What a case needs that not everybody has, and what becomes of it without. */
final class Requirement {

    private Requirement() {}

    /** A machine for these tests has it; without, the case is skipped, or fails, as {@link NetnsRequirement} says. */
    static void ofMachine(boolean isThere, String lack) {
        NetnsRequirement.check(isThere, lack);
    }

    /** It may be lacking on any machine, since the backend, the kernel in memory or this Java cannot do it: the case is skipped. */
    static void ofSubject(boolean can, String lack) {
        Assumptions.assumeTrue(can, lack);
    }

    static void taps(NetlinkHandler handler) {
        ofMachine(handler.supports(Feature.TAP), "there are no taps: /dev/net/tun is missing");
    }

    static void tapIndex(NetlinkHandler handler) {
        ofSubject(handler.supports(Feature.TAP_INDEX), "this backend cannot choose the index of a tap");
    }

    static void writableSysctls(NetlinkHandler handler) {
        ofMachine(handler.supports(Feature.WRITABLE_SYSCTL), "/proc/sys cannot be written");
    }

    /** Links and routes of kinds that no request makes. */
    static void foreignKinds(ContractNamespace namespace) {
        ofSubject(namespace.hasForeignKinds(), "a kernel in memory has nothing that no request makes");
    }

    /** What Linux does since a version, such as {@code 6.6}; the kernel in memory is a new one. */
    static void linuxSince(String version, ContractNamespace namespace) {
        ofSubject(
                !namespace.hasForeignKinds() || LinuxVersion.isSince(version),
                "Linux does this since " + version);
    }
}
