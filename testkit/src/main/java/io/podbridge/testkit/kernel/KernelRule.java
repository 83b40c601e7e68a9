package io.podbridge.testkit.kernel;

/**
 * What a real kernel does, one sentence a rule. Each is heeded at one place of this package, or of the fake's handler; a kernel can be made
 * that breaks some of them, so that a test can show that the conformance suite would notice.
 */
public enum KernelRule {
    // Namespaces.

    /** Two namespaces never have the same cookie. */
    COOKIE_IS_THE_NAMESPACES_OWN,
    /** A namespace that is gone gives its inode to the next one. */
    INODE_OF_A_DEAD_NAMESPACE_IS_USED_AGAIN,
    /** A namespace that has been deleted cannot be entered any more. */
    DELETED_NAMESPACE_IS_NOT_FOUND,
    /** A namespace that is deleted lives on while somebody holds it open. */
    OPEN_HANDLER_PINS_THE_NAMESPACE,
    /** When a namespace goes, its links go, and the other ends of its veths with them. */
    VETH_GOES_WITH_ITS_NAMESPACE,
    /** The loopback of a new namespace is down. */
    LOOPBACK_IS_DOWN_AT_FIRST,

    // Handlers and their requests.

    /** Requests after the first that fails are not sent. */
    FIRST_FAILURE_STOPS_THE_REST,
    /** A request that nobody knows is refused, not left out. */
    UNKNOWN_REQUEST_IS_UNSUPPORTED,
    /** A change that nobody knows makes its whole request refused, before anything is done. */
    UNKNOWN_CHANGE_IS_UNSUPPORTED,
    /** A request with data that nobody knows is refused, not carried out without them. */
    UNKNOWN_DATA_IS_NOT_LEFT_OUT,
    /** Changes of one link that come after one that failed are not made. */
    FAILED_CHANGE_STOPS_THE_REST_OF_ITS_REQUEST,
    /** A handler that has been closed takes no call. */
    CLOSED_HANDLER_REFUSES,
    /** A listener hears of every request that was sent, failed ones included. */
    LISTENER_HEARS_EACH_REQUEST,

    // Names of links.

    /** A link is found by each of its alternative names. */
    LINK_IS_FOUND_BY_ALTNAME,
    /** No two links have one name (EEXIST). */
    TAKEN_NAME_EXISTS,
    /** No link gets a name that is an alternative name of one (EEXIST). */
    ALTNAMES_SHARE_THE_SPACE_OF_NAMES,
    /** No link gets an alternative name that any link has as a name of either kind (EEXIST). */
    TAKEN_ALTNAME_EXISTS,
    /** An alternative name that a link has not cannot be taken off (ENOENT). */
    MISSING_ALTNAME_IS_NOT_FOUND,
    /** An alternative name that was taken off can be given again. */
    DELETED_ALTNAME_IS_FREE,
    /** The names of a link that has gone can be given again. */
    NAMES_ARE_FREE_AFTER_THEIR_LINK,

    // Links that are made.

    /** A link gets the index that was chosen for it. */
    CHOSEN_INDEX_IS_GIVEN,
    /** rtnetlink takes a chosen index for the link that is meant, which must not be there (EEXIST). */
    TAKEN_INDEX_EXISTS,
    /** An index is not given again when its link has gone. */
    INDEX_IS_NEVER_REUSED,
    /** A link gets the MAC address that was chosen for it. */
    CHOSEN_MAC_IS_GIVEN,
    /** A link without a chosen MAC address gets a random one, which is unicast. */
    LINK_GETS_A_RANDOM_UNICAST_MAC,
    /** A link gets the MTU that was chosen for it. */
    CHOSEN_MTU_IS_GIVEN,
    /** A bridge snoops multicast or not, as was chosen when it was made. */
    CHOSEN_SNOOPING_IS_GIVEN,
    /** A bridge snoops multicast unless told not to. */
    BRIDGE_SNOOPS_MULTICAST,
    /** A message that makes a link can switch it on. */
    LINK_CAN_BE_UP_FROM_THE_START,
    /** A kernel without the driver makes no dummy (EOPNOTSUPP). */
    DUMMY_NEEDS_ITS_DRIVER,
    /** A kind that the kernel has not cannot be made (EOPNOTSUPP). */
    UNKNOWN_KIND_IS_UNSUPPORTED,

    // Links that are deleted.

    /** The loopback cannot be deleted (EOPNOTSUPP). */
    LOOPBACK_IS_NOT_DELETED,
    /** Deleting a bridge releases its ports and leaves them as they are. */
    PORTS_ARE_RELEASED_WITH_THEIR_BRIDGE,
    /** A group without links cannot be deleted (ENODEV). */
    EMPTY_GROUP_IS_NOT_FOUND,
    /** A group that holds a link that cannot be deleted is left whole (EOPNOTSUPP). */
    GROUP_WITH_AN_UNDELETABLE_LINK_STAYS,
    /** Deleting a group deletes all of its links. */
    GROUP_IS_DELETED_AS_A_WHOLE,

    // Veths.

    /** When the second end of a veth cannot be made, the first goes again. */
    VETH_IS_MADE_WITH_BOTH_ENDS_OR_NONE,
    /** The second end of a veth gets the MAC address that was chosen for it. */
    VETH_PEER_HAS_WHAT_WAS_CHOSEN,
    /** Each end of a veth names the other's index (IFLA_LINK). */
    VETH_ENDS_KNOW_EACH_OTHER,
    /** An end whose other end is elsewhere names that namespace by a number (IFLA_LINK_NETNSID). */
    VETH_KNOWS_THE_NAMESPACE_OF_ITS_PEER,
    /** A veth has a carrier only while both of its ends are up. */
    VETH_CARRIER_NEEDS_BOTH_ENDS,
    /** Deleting one end of a veth deletes the other. */
    VETH_GOES_WITH_ITS_PEER,

    // Links that are changed.

    /** A link that is not there cannot be changed (ENODEV). */
    MISSING_LINK_IS_NOT_FOUND,
    /** The index says which link is meant, whatever it is called. */
    LINK_IS_MEANT_BY_ITS_INDEX,
    /** A link can be switched off. */
    LINK_GOES_DOWN,
    /** A link can be given another MAC address. */
    LINK_TAKES_ANOTHER_MAC,
    /** A MAC address that is not unicast is refused (EADDRNOTAVAIL). */
    MULTICAST_MAC_IS_INVALID,
    /** An MTU below the driver's least is refused (EINVAL). */
    MTU_BELOW_THE_LEAST_IS_INVALID,
    /** An MTU above the driver's most is refused (EINVAL). */
    MTU_ABOVE_THE_MOST_IS_INVALID,
    /** A link can be put into another group. */
    LINK_GOES_INTO_ANOTHER_GROUP,
    /** An empty alias takes the alias off. */
    EMPTY_ALIAS_TAKES_IT_OFF,
    /** An alias is kept as it was written. */
    ALIAS_IS_KEPT_WORD_FOR_WORD,
    /** Setting arp_ignore of one link leaves the others as they are. */
    ARP_IGNORE_IS_THE_LINKS_OWN,
    /** The TX checksum offload can be switched off. */
    TX_CHECKSUM_OFFLOAD_IS_SWITCHED_OFF,
    /** A link's settings are shown with it, however they were set. */
    NETLINK_SHOWS_THE_SETTINGS,

    // Ports of bridges.

    /** A port that is given to another bridge leaves its own first. */
    PORT_MOVES_TO_ANOTHER_BRIDGE,
    /** A master that is not there is refused (EINVAL). */
    MISSING_MASTER_IS_INVALID,
    /** A link that is no bridge takes no ports (EOPNOTSUPP). */
    ONLY_A_BRIDGE_TAKES_PORTS,
    /** Releasing a link that is no port changes nothing. */
    RELEASING_NO_PORT_IS_HARMLESS,
    /** Only a port can be told whether to learn (EOPNOTSUPP). */
    LEARNING_NEEDS_A_PORT,
    /** Only by a port can an address be reached (EOPNOTSUPP). */
    FORWARDING_NEEDS_A_PORT,
    /** A port can be kept from learning. */
    PORT_IS_KEPT_FROM_LEARNING,
    /** A new port learns. */
    PORT_LEARNS_AT_FIRST,
    /** The loopback cannot be a port (EINVAL). */
    LOOPBACK_IS_NO_PORT,
    /** A bridge cannot be a port of a bridge (ELOOP). */
    BRIDGE_IS_NO_PORT,
    /** A bridge whose MAC address was chosen keeps it. */
    BRIDGE_KEEPS_ITS_OWN_MAC,
    /** A bridge whose MAC address was not chosen takes the lowest of its ports'. */
    BRIDGE_TAKES_THE_LOWEST_MAC_OF_ITS_PORTS,

    // Taps.

    /** A tap whose index is taken is not made (EBUSY). */
    TAKEN_TAP_INDEX_IS_BUSY,
    /** A tap gets the index that was chosen for it (TUNSETIFINDEX). */
    TAP_TAKES_THE_CHOSEN_INDEX,
    /** A tap that was made for several queues says so. */
    TAP_OF_SEVERAL_QUEUES_IS_MULTI_QUEUE,
    /** A tap carries a virtio header before each frame. */
    TAP_CARRIES_VNET_HEADERS,
    /** A tap outlives the process that made it. */
    TAP_IS_PERSISTENT,
    /** A tap that was given no owner has none. */
    TAP_WITHOUT_OWNER_IS_OPEN_TO_ALL,
    /** A tap belongs to the user and the group that were named. */
    TAP_KEEPS_OWNER_AND_GROUP,
    /** A tap has a carrier only while a process is attached. */
    TAP_NEEDS_A_PROCESS_FOR_ITS_CARRIER,
    /** A tap whose MTU or MAC address is refused goes again. */
    LINK_THAT_CANNOT_BE_FINISHED_IS_NOT_LEFT,

    // Addresses, and those of IPv4.

    /** A link does not get an address twice (EEXIST). */
    SAME_IPV4_ADDRESS_EXISTS,
    /** Two links may have one address. */
    ADDRESS_MAY_BE_ON_TWO_LINKS,
    /** A link that is not there has no addresses (ENODEV). */
    ADDRESS_NEEDS_ITS_LINK,
    /** An address keeps the label that it was given. */
    LABEL_IS_KEPT,
    /** Renaming a link renames the labels of its addresses. */
    LABEL_FOLLOWS_THE_NAME,
    /** An address keeps the scope that it was given. */
    SCOPE_OF_AN_ADDRESS_IS_KEPT,
    /** An address keeps the peer that it was given. */
    PEER_OF_AN_ADDRESS_IS_KEPT,
    /** An address keeps the broadcast address that it was given. */
    BROADCAST_OF_AN_ADDRESS_IS_KEPT,
    /** Replacing an IPv4 address gives it the new lifetimes. */
    REPLACING_CHANGES_THE_LIFETIMES,
    /** A further address of a subnet is a secondary one. */
    SECOND_ADDRESS_OF_A_SUBNET_IS_SECONDARY,
    /** An address of another prefix length is another address. */
    ADDRESS_IS_FOUND_BY_ITS_PREFIX,
    /** An address that a link has not cannot be deleted (EADDRNOTAVAIL). */
    MISSING_IPV4_ADDRESS_IS_NOT_AVAILABLE,
    /** Deleting a primary address deletes its secondaries. */
    SECONDARIES_GO_WITH_THE_PRIMARY,
    /** With promote_secondaries a secondary takes the place of the primary that was deleted. */
    SECONDARIES_ARE_PROMOTED_WHERE_TOLD_TO,
    /** When the last address of a link goes, all of the link's IPv4 routes go. */
    LAST_IPV4_ADDRESS_TAKES_ALL_ROUTES_OF_ITS_LINK,
    /** A link that goes down keeps its IPv4 addresses. */
    IPV4_ADDRESSES_STAY_ON_DOWN,
    /** A dump shows the addresses of IPv4 before those of IPv6. */
    IPV4_ADDRESSES_COME_FIRST,

    // Addresses of IPv6.

    /** A link does not get an IPv6 address twice (EEXIST). */
    SAME_IPV6_ADDRESS_EXISTS,
    /** A link on which IPv6 is disabled takes no IPv6 address (EACCES). */
    DISABLED_IPV6_TAKES_NO_ADDRESS,
    /** A link on which IPv6 is disabled loses its IPv6 addresses. */
    DISABLING_IPV6_TAKES_ITS_ADDRESSES,
    /** An address for which no duplicates are looked for can be used at once. */
    NODAD_ADDRESS_IS_NOT_TENTATIVE,
    /** Of one scope the newest IPv6 address comes first. */
    NEWEST_IPV6_ADDRESS_COMES_FIRST,
    /** Replacing an IPv6 address gives it the new lifetimes. */
    REPLACING_CHANGES_THE_LIFETIMES_OF_IPV6,
    /** An IPv6 address that a link has not cannot be deleted (EADDRNOTAVAIL). */
    MISSING_IPV6_ADDRESS_IS_NOT_AVAILABLE,
    /** A link that was told so makes no link-local address. */
    ADDRGENMODE_NONE_MAKES_NO_LINK_LOCAL,
    /** A link that is up with a carrier makes itself a link-local address. */
    LINK_LOCAL_COMES_WITH_THE_CARRIER,
    /** A link that goes down loses its IPv6 addresses. */
    IPV6_ADDRESSES_ARE_LOST_ON_DOWN,
    /** An IPv6 address that joins a group leaves it when it is deleted, not when it is lost with its link (EADDRINUSE). */
    GROUP_OF_A_LOST_ADDRESS_STAYS_JOINED,
    /** A link with an MTU below 1280 has no IPv6. */
    IPV6_NEEDS_AN_MTU_OF_1280,
    /** An address that is tentative cannot be the source of a route (EINVAL). */
    TENTATIVE_ADDRESS_IS_NO_SOURCE,

    // Routes of addresses.

    /** An IPv4 address makes a local route for itself. */
    LOCAL_ROUTE_COMES_WITH_ADDRESS,
    /** An IPv4 address makes a route for its subnet. */
    CONNECTED_ROUTE_COMES_WITH_ADDRESS,
    /** The metric of an address is that of its subnet's route. */
    METRIC_IS_THAT_OF_THE_SUBNETS_ROUTE,
    /** The routes that an IPv4 address makes have the protocol kernel. */
    ROUTES_OF_ADDRESSES_ARE_THE_KERNELS,
    /** An IPv6 address that can be used has a local route for itself. */
    IPV6_LOCAL_ROUTE_COMES_WITH_ADDRESS,
    /** An IPv6 address makes a route for its subnet. */
    IPV6_CONNECTED_ROUTE_COMES_WITH_ADDRESS,
    /** The routes that an IPv6 address makes have the protocol kernel. */
    IPV6_ROUTES_OF_ADDRESSES_ARE_THE_KERNELS,
    /** A link that comes up has the routes of its IPv4 subnets again. */
    CONNECTED_ROUTES_COME_BACK_ON_UP,
    /** While another link holds an address, routes keep it as their source. */
    SOURCE_THAT_ANOTHER_LINK_HOLDS_STAYS,
    /** IPv4 routes of other links whose source is an address that goes, go too. */
    ROUTES_GO_WITH_THEIR_SOURCE,

    // Routes that are lost.

    /** A link that goes down loses its IPv4 unicast routes. */
    IPV4_UNICAST_ROUTES_ARE_LOST_ON_DOWN,
    /** A link that goes down loses its IPv6 unicast routes. */
    IPV6_UNICAST_ROUTES_ARE_LOST_ON_DOWN,
    /** Routes are lost whichever table they are in. */
    ROUTES_OF_EVERY_TABLE_ARE_LOST_ON_DOWN,
    /** The local routes of IPv4 addresses stay when their link goes down. */
    LOCAL_ROUTES_OUTLIVE_DOWN,
    /** A route of several ways goes when its last link is down, and not before. */
    MULTIPATH_ROUTE_GOES_WITH_ITS_LAST_LINK,
    /** A link that is deleted takes all of its routes with it. */
    ROUTES_GO_WITH_THEIR_LINK,

    // Routes.

    /** A route that is there cannot be appended (EEXIST). */
    APPENDING_A_ROUTE_TWICE_EXISTS,
    /** Replacing an IPv4 route takes the place of the first of its destination, type of service and metric. */
    IPV4_ROUTE_IS_REPLACED,
    /** Replacing an IPv6 route takes the place of the first of its destination and metric. */
    IPV6_ROUTE_IS_REPLACED,
    /** An IPv6 route that is appended stands beside those that are there. */
    APPENDING_AN_IPV6_ROUTE_KEEPS_THE_OTHERS,
    /** A route that drops packets names no link (EINVAL). */
    BLACKHOLE_TAKES_NO_LINK,
    /** A route that drops packets needs no link. */
    BLACKHOLE_NEEDS_NO_LINK,
    /** An IPv4 route through a link that is not there is refused (ENODEV). */
    ROUTE_NEEDS_ITS_LINK,
    /** An IPv4 route through a link that is down is refused (ENETDOWN). */
    ROUTE_NEEDS_A_LINK_THAT_IS_UP,
    /** A gateway that is said to be on the link needs no route to it. */
    GATEWAY_ON_THE_LINK_NEEDS_NO_ROUTE,
    /** An IPv4 gateway must be a neighbour (ENETUNREACH). */
    IPV4_GATEWAY_MUST_BE_REACHABLE,
    /** An IPv4 route may have an IPv6 gateway. */
    IPV4_ROUTE_TAKES_AN_IPV6_GATEWAY,
    /** The source of an IPv4 route must be a local address (EINVAL). */
    IPV4_SOURCE_MUST_BE_LOCAL,
    /** An IPv4 route that is not there cannot be deleted (ESRCH). */
    MISSING_IPV4_ROUTE_IS_NOT_FOUND,
    /** An IPv4 route by another gateway is another route. */
    IPV4_ROUTE_IS_DELETED_BY_ITS_GATEWAY,
    /** An IPv6 route without a metric gets 1024. */
    IPV6_ROUTE_METRIC_IS_1024,
    /** An IPv6 route keeps the router preference that it was given. */
    ROUTER_PREFERENCE_IS_KEPT,
    /** An IPv6 route through a link that is not there is refused (ENODEV). */
    IPV6_ROUTE_NEEDS_ITS_LINK,
    /** An IPv6 route that leads nowhere is refused (ENODEV). */
    IPV6_ROUTE_NEEDS_A_LINK_AT_ALL,
    /** An IPv6 route through a link that is down is refused (ENETDOWN). */
    IPV6_ROUTE_NEEDS_A_LINK_THAT_IS_UP,
    /** A link on which IPv6 is disabled takes no IPv6 route (EACCES). */
    DISABLED_IPV6_TAKES_NO_ROUTE,
    /** A link-local gateway is refused without its link (EINVAL). */
    LINK_LOCAL_GATEWAY_NEEDS_A_LINK,
    /** An IPv6 gateway must be a neighbour (EHOSTUNREACH). */
    IPV6_GATEWAY_MUST_BE_REACHABLE,
    /** The source of an IPv6 route must be a local address (EINVAL). */
    IPV6_SOURCE_MUST_BE_LOCAL,
    /** An IPv6 route that is not there cannot be deleted (ESRCH). */
    MISSING_IPV6_ROUTE_IS_NOT_FOUND,
    /** An IPv6 route by another gateway is another route. */
    IPV6_ROUTE_IS_FOUND_BY_ITS_GATEWAY,
    /** Of an IPv6 route of several ways only the one whose gateway is named goes. */
    IPV6_ROUTE_IS_DELETED_BY_ITS_GATEWAY,
    /** A route keeps the metrics that it was given. */
    ROUTE_METRICS_ARE_KEPT,
    /** A route keeps the locks of its metrics. */
    LOCKED_METRICS_ARE_KEPT,
    /** The ways of a route keep their weights. */
    WEIGHTS_OF_A_MULTIPATH_ROUTE_ARE_KEPT,

    // Neighbours.

    /** A proxy stands beside a neighbour of the same address. */
    PROXIES_STAND_APART,
    /** Replacing a neighbour gives it the new MAC address. */
    NEIGHBOUR_IS_REPLACED,
    /** A neighbour keeps the state that it was given. */
    NEIGHBOUR_KEEPS_ITS_STATE,
    /** A neighbour that was learned outside says so. */
    NEIGHBOUR_LEARNED_OUTSIDE_SAYS_SO,
    /** A neighbour keeps the MAC address that it was given. */
    NEIGHBOUR_KEEPS_ITS_MAC,
    /** A proxy that is not there cannot be deleted (ENOENT). */
    MISSING_PROXY_IS_NOT_FOUND,
    /** Deleting a proxy leaves the neighbour of the same address. */
    DELETED_PROXY_LEAVES_THE_NEIGHBOUR,
    /** A neighbour that is not there cannot be deleted (ENOENT). */
    MISSING_NEIGHBOUR_IS_NOT_FOUND,
    /** A neighbour that was deleted is gone. */
    DELETED_NEIGHBOUR_IS_GONE,
    /** A link that goes down loses its neighbours, permanent ones too. */
    NEIGHBOURS_ARE_LOST_ON_DOWN,

    // Settings.

    /** A setting of one namespace is none of another. */
    SETTING_IS_ITS_NAMESPACES_OWN,
    /** A setting that is not there cannot be written (ENOENT). */
    MISSING_SETTING_IS_NOT_FOUND,
    /** A value that is no number is refused (EINVAL). */
    SETTING_IS_A_NUMBER,
    /** A link's setting is that of the link of this index, whatever it is called by now. */
    SETTING_IS_FOUND_BY_THE_LINKS_INDEX,
    /** A setting of one link is none of another. */
    SETTING_OF_A_LINK_IS_ITS_OWN,
    /** A setting has the value that was written. */
    SETTING_IS_READ_AS_IT_WAS_WRITTEN
}
