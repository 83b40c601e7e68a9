package io.podbridge.binding;

import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.IpPrefix;
import io.podbridge.netlink.model.LinkKind;
import io.podbridge.netlink.model.LinkName;
import io.podbridge.netlink.model.MacAddress;
import io.podbridge.netlink.request.TapOptions;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What to build: which of the pod's interfaces is handed over, and how. Immutable; each {@code with...} returns a changed copy.
 *
 * <pre>{@code BridgeBinding.of("eth0").withTapOwner(107, 107)}</pre>
 */
public final class BridgeBinding {
    private static final int FAKE_ADDRESSES = 100;

    private final String interfaceName;
    private final BindingValues values;

    private BridgeBinding(String interfaceName, BindingValues values) {
        this.interfaceName = interfaceName;
        this.values = values;
    }

    /**
     * The binding of an interface as KubeVirt makes it: its names, one queue, a tap that belongs to the caller's user and group, the
     * placeholder chosen by what the kernel has.
     *
     * @param interfaceName the name under which the pod knows its NIC
     * @return the binding
     * @throws IllegalArgumentException if it is no valid name
     */
    public static BridgeBinding of(String interfaceName) {
        LinkName.check(interfaceName);
        TapOptions anybody = new TapOptions(OptionalInt.empty(), OptionalInt.empty(), 1);
        return new BridgeBinding(interfaceName,
                new BindingValues(BindingNames.of(interfaceName), anybody, PlaceholderKind.AUTO, Optional.empty(),
                        OptionalInt.empty(), true, false, false, false, Set.of()));
    }

    /** {@return the name under which the pod knows its NIC, and under which the placeholder stands} */
    public String interfaceName() {
        return interfaceName;
    }

    /** {@return the names of NIC, bridge and tap} */
    public BindingNames names() {
        return values.names();
    }

    /** {@return owner, group and queues of the tap; an absent owner means the caller's user, an absent group the caller's group} */
    public TapOptions tap() {
        return values.tap();
    }

    /** {@return what stands in for the NIC} */
    public PlaceholderKind placeholder() {
        return values.placeholder();
    }

    /** {@return the MAC address that the guest shall have; absent for the NIC's} */
    public Optional<MacAddress> guestMac() {
        return values.guestMac();
    }

    /** {@return the number in the bridge's address 169.254.75.1<i>n</i>, 0 to 99; absent for the lowest that is free} */
    public OptionalInt fakeAddressIndex() {
        return values.fakeAddressIndex();
    }

    /** {@return whether TX checksum offload of the bridge is switched off} */
    public boolean txChecksumOff() {
        return values.txChecksumOff();
    }

    /** {@return whether the firewall of the pod is kept away from bridged packets} */
    public boolean bridgeNetfilterOff() {
        return values.bridgeNetfilterOff();
    }

    /** {@return whether a step that fails takes back what was done} */
    public boolean rollback() {
        return values.rollback();
    }

    /** {@return whether a namespace may be bound that looks like the host's own} */
    public boolean allowThisNamespace() {
        return values.allowThisNamespace();
    }

    /** {@return the kinds of NIC besides veth that may be bound; the kind {@code physical} stands for a NIC without a kind} */
    public Set<LinkKind> allowedKinds() {
        return values.allowedKinds();
    }

    /**
     * The bridge's own address: {@code 169.254.75.1<n>/32}.
     *
     * @param n 0 to 99
     * @return the address
     * @throws IllegalArgumentException if n is out of range
     */
    public static IpPrefix fakeAddress(int n) {
        if (n < 0 || n >= FAKE_ADDRESSES) {
            throw new IllegalArgumentException("the index of the bridge's address is 0 to 99, not " + n);
        }
        return IpPrefix.host(IpAddress.parse("169.254.75.1" + n));
    }

    /**
     * With other names for NIC, bridge or tap.
     *
     * @param names the names
     * @return the changed binding
     * @throws IllegalArgumentException if one of them is no valid name
     */
    public BridgeBinding withNames(BindingNames names) {
        LinkName.check(names.nic());
        LinkName.check(names.bridge());
        LinkName.check(names.tap());
        return named(names);
    }

    /**
     * With another name for the bridge.
     *
     * @param name the name
     * @return the changed binding
     * @throws IllegalArgumentException if it is no valid name
     */
    public BridgeBinding withBridgeName(String name) {
        LinkName.check(name);
        return named(new BindingNames(values.names().nic(), name, values.names().tap()));
    }

    /**
     * With a tap for one user and group; with both, both must match.
     *
     * @param uid the user's id
     * @param gid the group's id
     * @return the changed binding
     * @throws IllegalArgumentException if one is negative
     */
    public BridgeBinding withTapOwner(int uid, int gid) {
        return withTap(new TapOptions(OptionalInt.of(uid), OptionalInt.of(gid), values.tap().queues()));
    }

    /**
     * With a tap of several queues.
     *
     * @param queues 1 to 256
     * @return the changed binding
     * @throws IllegalArgumentException if there are fewer or more
     */
    public BridgeBinding withTapQueues(int queues) {
        return withTap(new TapOptions(values.tap().owner(), values.tap().group(), queues));
    }

    /**
     * With another owner, group and number of queues of the tap.
     *
     * @param tap the options
     * @return the changed binding
     */
    public BridgeBinding withTap(TapOptions tap) {
        return with(draft -> draft.tap = tap);
    }

    /**
     * With another kind of placeholder.
     *
     * @param kind the kind
     * @return the changed binding
     */
    public BridgeBinding withPlaceholder(PlaceholderKind kind) {
        return with(draft -> draft.placeholder = kind);
    }

    /**
     * With a MAC address of its own for the guest.
     *
     * @param mac a unicast address
     * @return the changed binding
     * @throws IllegalArgumentException if it is multicast or all zero
     */
    public BridgeBinding withGuestMac(MacAddress mac) {
        if (!mac.isUnicast()) {
            throw new IllegalArgumentException("a guest's MAC address is neither multicast nor all zero: " + mac);
        }
        return with(draft -> draft.guestMac = Optional.of(mac));
    }

    /**
     * With a fixed address of the bridge.
     *
     * @param n the number in {@code 169.254.75.1<n>}, 0 to 99
     * @return the changed binding
     * @throws IllegalArgumentException if n is out of range
     */
    public BridgeBinding withFakeAddressIndex(int n) {
        fakeAddress(n);
        return with(draft -> draft.fakeAddressIndex = OptionalInt.of(n));
    }

    /**
     * With or without the TX checksum offload of the bridge.
     *
     * @param off true to switch it off, the default
     * @return the changed binding
     */
    public BridgeBinding withTxChecksumOff(boolean off) {
        return with(draft -> draft.txChecksumOff = off);
    }

    /**
     * With or without keeping the pod's firewall away from bridged packets. A new namespace hands them to it
     * ({@code net.bridge.bridge-nf-call-iptables}, {@code -ip6tables}, {@code -arptables}), so that a FORWARD chain which drops loses
     * the VM's traffic. Switched off, these settings are 0 as long as a binding of the namespace wants it, for every bridge there, and
     * the release of the last one brings them back. A bridge's own setting would not do: either of the two is enough.
     *
     * @param off true to keep it away; false, the default, to leave the settings alone
     * @return the changed binding
     */
    public BridgeBinding withBridgeNetfilterOff(boolean off) {
        return with(draft -> draft.bridgeNetfilterOff = off);
    }

    /**
     * With or without going back at once when a step fails. Without, which is the default, prepare can go on and release can go back
     * later. Where it is the journal that cannot be written, nothing is taken back, since that would have to be written down first.
     *
     * @param atOnce whether to go back at once
     * @return the changed binding
     */
    public BridgeBinding withRollback(boolean atOnce) {
        return with(draft -> draft.rollback = atOnce);
    }

    /**
     * Allows to bind in a namespace that looks like the host's own.
     *
     * @param allowed whether that is allowed
     * @return the changed binding
     */
    public BridgeBinding withThisNamespaceAllowed(boolean allowed) {
        return with(draft -> draft.allowThisNamespace = allowed);
    }

    /**
     * Allows kinds of NIC besides veth.
     *
     * @param kinds such as {@code macvlan}; {@code physical} for a NIC without a kind
     * @return the changed binding
     */
    public BridgeBinding withAllowedKinds(Set<LinkKind> kinds) {
        return with(draft -> draft.allowedKinds = kinds);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BridgeBinding that && interfaceName.equals(that.interfaceName) && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return Objects.hash(interfaceName, values);
    }

    @Override
    public String toString() {
        return "bridge binding of \"" + interfaceName + "\"";
    }

    private BridgeBinding named(BindingNames names) {
        return with(draft -> draft.names = names);
    }

    private BridgeBinding with(Consumer<BindingValues.Draft> change) {
        BindingValues.Draft draft = new BindingValues.Draft(values);
        change.accept(draft);
        return new BridgeBinding(interfaceName, draft.values());
    }
}
