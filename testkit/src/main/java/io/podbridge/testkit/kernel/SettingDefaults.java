package io.podbridge.testkit.kernel;

import java.util.HashMap;
import java.util.Map;

/** The settings that this kernel has, with the values of a new namespace ({@code Documentation/networking/ip-sysctl.rst}). */
final class SettingDefaults {
    private static final Map<String, String> NAMESPACE = Map.of("net/ipv4/ip_nonlocal_bind", "0",
            "net/ipv4/ip_default_ttl", "64", "net/ipv4/ip_local_port_range", "32768\t60999", "net/ipv6/bindv6only", "0",
            "net/ipv6/ip_nonlocal_bind", "0",
            "net/bridge/bridge-nf-call-iptables", "1", "net/bridge/bridge-nf-call-ip6tables", "1",
            "net/bridge/bridge-nf-call-arptables", "1");
    private static final String IPV4 = "accept_local=0 accept_redirects=1 accept_source_route=1 arp_accept=0 arp_announce=0"
            + " arp_evict_nocarrier=1 arp_filter=0 arp_ignore=0 arp_notify=0 bc_forwarding=0 disable_policy=0 disable_xfrm=0"
            + " drop_gratuitous_arp=0 drop_unicast_in_l2_multicast=0 force_igmp_version=0 forwarding=0"
            + " ignore_routes_with_linkdown=0 log_martians=0 promote_secondaries=0 proxy_arp=0 proxy_arp_pvlan=0 route_localnet=0"
            + " rp_filter=0 secure_redirects=1 send_redirects=1 shared_media=1 src_valid_mark=0";
    private static final String IPV6 = "accept_dad=1 accept_ra=1 accept_ra_defrtr=1 accept_ra_pinfo=1 accept_redirects=1"
            + " accept_source_route=0 addr_gen_mode=0 autoconf=1 dad_transmits=1 disable_ipv6=0 disable_policy=0"
            + " drop_unicast_in_l2_multicast=0 drop_unsolicited_na=0 enhanced_dad=1 force_tllao=0 forwarding=0 hop_limit=64"
            + " ignore_routes_with_linkdown=0 keep_addr_on_down=0 max_addresses=16 mtu=1280 ndisc_evict_nocarrier=1 ndisc_notify=0"
            + " optimistic_dad=0 proxy_ndp=0 router_solicitation_delay=1 router_solicitations=-1 use_tempaddr=0";

    private SettingDefaults() {}

    static Map<String, String> ofNamespace() {
        return NAMESPACE;
    }

    static Map<String, String> ofIpv4() {
        return parse(IPV4);
    }

    static Map<String, String> ofIpv6() {
        return parse(IPV6);
    }

    /** Of all links together no duplicate is looked for unless somebody says so. */
    static Map<String, String> ofAllIpv6() {
        Map<String, String> all = ofIpv6();
        all.put("accept_dad", "0");
        return all;
    }

    /** Of all links together source routes are accepted by none. */
    static Map<String, String> ofAllIpv4() {
        Map<String, String> all = ofIpv4();
        all.put("accept_source_route", "0");
        return all;
    }

    /** What stands on the loopback itself needs neither policies nor transformations. */
    static Map<String, String> ofLoopbackIpv4() {
        return Map.of("disable_policy", "1", "disable_xfrm", "1");
    }

    /** As {@code ipv6_add_dev} has it for a link: its MTU, and what its kind makes senseless. */
    static Map<String, String> ofLinkIpv6(Device device) {
        Map<String, String> own = new HashMap<>(Map.of("mtu", Integer.toString(device.mtu)));
        if (device.resolvesNothing()) {
            own.put("accept_dad", "-1");
        }
        if (device.isLoopback()) {
            own.put("use_tempaddr", "-1");
        }
        return own;
    }

    private static Map<String, String> parse(String settings) {
        Map<String, String> parsed = new HashMap<>();
        for (String setting : settings.split(" ", -1)) {
            int equals = setting.indexOf('=');
            parsed.put(setting.substring(0, equals), setting.substring(equals + 1));
        }
        return parsed;
    }
}
