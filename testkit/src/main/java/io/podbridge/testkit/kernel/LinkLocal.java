package io.podbridge.testkit.kernel;

import io.podbridge.netlink.model.AddrGenMode;
import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.MacAddress;
import java.util.Optional;
import java.util.Random;

/** The address that a link makes for itself (RFC 4291, appendix A). */
final class LinkLocal {
    private static final int UNIVERSAL = 0x02;

    private LinkLocal() {}

    static Optional<IpAddress> of(Device device, AddrGenMode mode, Random random) {
        return device.hardwareAddress.toMac().filter(mac -> device.isEthernet())
                .map(mac -> mode.equals(AddrGenMode.EUI64) || mode.equals(AddrGenMode.NONE) ? eui64(mac) : random(random));
    }

    private static IpAddress eui64(MacAddress mac) {
        byte[] from = mac.toBytes();
        byte[] made = {(byte) 0xfe, (byte) 0x80, 0, 0, 0, 0, 0, 0, (byte) (from[0] ^ UNIVERSAL), from[1], from[2], (byte) 0xff,
                (byte) 0xfe, from[3], from[4], from[5]};
        return IpAddress.of(made);
    }

    private static IpAddress random(Random random) {
        byte[] made = new byte[16];
        random.nextBytes(made);
        System.arraycopy(IpAddress.parse("fe80::").toBytes(), 0, made, 0, 8);
        return IpAddress.of(made);
    }
}
