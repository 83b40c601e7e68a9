package io.podbridge.guest;

import com.google.common.escape.Escaper;
import com.google.common.xml.XmlEscapers;
import com.google.gson.JsonObject;
import io.podbridge.binding.BridgeBinding;
import io.podbridge.binding.PodInterface;
import io.podbridge.netlink.model.MacAddress;

/**
 * What the VM's configuration says of the interface: a virtio NIC on a tap that is there already. Immutable.
 */
public final class DomainInterface {
    private static final String VIRTIO = "virtio";

    private final Values values;

    private DomainInterface(Values values) {
        this.values = values;
    }

    private record Values(MacAddress mac, String target, int mtu, String model, int queues) {}

    /**
     * The interface of the VM that takes over a pod's.
     *
     * @param pod the pod's interface as it was found
     * @param binding how it is handed over
     * @return the interface, with the NIC's MAC address unless the binding has another for the guest
     * @throws IllegalArgumentException if neither the binding nor the NIC has an Ethernet address
     */
    public static DomainInterface of(PodInterface pod, BridgeBinding binding) {
        MacAddress mac = binding.guestMac().or(() -> pod.link().mac()).orElseThrow(
                () -> new IllegalArgumentException("the interface \"" + pod.name() + "\" has no Ethernet address for a guest"));
        return new DomainInterface(
                new Values(mac, binding.names().tap(), pod.link().mtu(), VIRTIO, binding.tap().queues()));
    }

    /** {@return the guest's MAC address} */
    public MacAddress mac() {
        return values.mac;
    }

    /** {@return the name of the tap} */
    public String target() {
        return values.target;
    }

    /** {@return the largest packet in bytes, without the Ethernet header: that of the pod's NIC} */
    public int mtu() {
        return values.mtu;
    }

    /** {@return the model of the guest's NIC: {@code virtio}} */
    public String model() {
        return values.model;
    }

    /** {@return how many queues the tap has, 1 or more} */
    public int queues() {
        return values.queues;
    }

    /** {@return the interface as one JSON object: mac, target, mtu, model, and queues if there are several} */
    public String toJson() {
        return json().toString();
    }

    JsonObject json() {
        JsonObject json = new JsonObject();
        json.addProperty("mac", values.mac.toString());
        json.addProperty("target", values.target);
        json.addProperty("mtu", values.mtu);
        json.addProperty("model", values.model);
        if (values.queues > 1) {
            json.addProperty("queues", values.queues);
        }
        return json;
    }

    /**
     * The interface as an element of libvirt's domain: of type {@code ethernet}, with a target that is not managed, so that libvirt
     * neither makes nor deletes the tap. Several queues need vhost.
     *
     * @return the {@code <interface>} element, on several lines
     */
    public String toXml() {
        Escaper escaper = XmlEscapers.xmlAttributeEscaper();
        String driver = values.queues > 1 ? "  <driver name='vhost' queues='" + values.queues + "'/>\n" : "";
        return "<interface type='ethernet'>\n"
                + "  <mac address='" + values.mac + "'/>\n"
                + "  <target dev='" + escaper.escape(values.target) + "' managed='no'/>\n"
                + "  <model type='" + escaper.escape(values.model) + "'/>\n"
                + driver
                + "  <mtu size='" + values.mtu + "'/>\n"
                + "</interface>\n";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DomainInterface that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.mac + " on \"" + values.target + "\"";
    }
}
