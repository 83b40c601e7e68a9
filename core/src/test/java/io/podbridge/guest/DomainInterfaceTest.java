package io.podbridge.guest;

import io.podbridge.binding.BindingNames;
import io.podbridge.binding.BridgeBinding;
import io.podbridge.netlink.model.MacAddress;
import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

import static org.assertj.core.api.Assertions.assertThat;

class DomainInterfaceTest {

    @Test
    void hasTheNicsMacAndMtuAndTheTap() {
        DomainInterface domain = of(BridgeBinding.of("eth0"));
        assertThat(domain.mac()).hasToString("0a:58:0a:f4:01:05");
        assertThat(domain.target()).isEqualTo("tap0");
        assertThat(domain.mtu()).isEqualTo(1450);
        assertThat(domain.model()).isEqualTo("virtio");
        assertThat(domain.queues()).isEqualTo(1);
        assertThat(domain).isEqualTo(of(BridgeBinding.of("eth0"))).isNotEqualTo(of(BridgeBinding.of("eth0").withTapQueues(2)));
    }

    @Test
    void aMacAddressOfTheGuestsOwnComesFirst() {
        MacAddress own = MacAddress.parse("02:00:00:00:00:01");
        assertThat(of(BridgeBinding.of("eth0").withGuestMac(own)).mac()).isEqualTo(own);
    }

    @Test
    void isXmlForLibvirt() throws Exception {
        Element element = parse(of(BridgeBinding.of("eth0")).toXml());
        assertThat(element.getTagName()).isEqualTo("interface");
        assertThat(element.getAttribute("type")).isEqualTo("ethernet");
        assertThat(attribute(element, "mac", "address")).isEqualTo("0a:58:0a:f4:01:05");
        assertThat(attribute(element, "target", "dev")).isEqualTo("tap0");
        assertThat(attribute(element, "target", "managed")).isEqualTo("no");
        assertThat(attribute(element, "model", "type")).isEqualTo("virtio");
        assertThat(attribute(element, "mtu", "size")).isEqualTo("1450");
        assertThat(element.getElementsByTagName("driver").getLength()).isZero();
    }

    @Test
    void severalQueuesNeedVhost() throws Exception {
        DomainInterface domain = of(BridgeBinding.of("eth0").withTapQueues(4));
        Element element = parse(domain.toXml());
        assertThat(attribute(element, "driver", "name")).isEqualTo("vhost");
        assertThat(attribute(element, "driver", "queues")).isEqualTo("4");
        assertThat(domain.toJson()).endsWith(",\"queues\":4}");
    }

    @Test
    void escapesANameThatXmlOrJsonWouldMisread() throws Exception {
        String name = "t<a>&'\"";
        DomainInterface domain = of(BridgeBinding.of("eth0").withNames(new BindingNames("eth0-nic", "k6t-eth0", name)));
        assertThat(attribute(parse(domain.toXml()), "target", "dev")).isEqualTo(name);
        assertThat(domain.toJson()).contains("\"target\":\"t<a>&'\\\"\"");
    }

    private static DomainInterface of(BridgeBinding binding) {
        return DomainInterface.of(new DiscoveredPod().build(), binding);
    }

    private static Element parse(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)))
                .getDocumentElement();
    }

    private static String attribute(Element element, String child, String name) {
        return ((Element) element.getElementsByTagName(child).item(0)).getAttribute(name);
    }
}
