package io.podbridge.iproute2.handler;

import io.podbridge.iproute2.process.Answer;
import io.podbridge.iproute2.process.ToolException;
import io.podbridge.netlink.Feature;
import io.podbridge.netlink.model.Sysctl;
import io.podbridge.netlink.request.Command;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** What this kernel can do, asked once and only if somebody wants to know, by requests that cannot change anything. */
final class Features {
    private static final Sysctl ANY_SETTING = Sysctl.of("net", "ipv4", "conf", "all", "arp_ignore");
    private static final Sysctl IPV6_SETTING = Sysctl.of("net", "ipv6", "conf", "all", "disable_ipv6");
    /** An {@code ip(8)} that does not know the word ends at it, so that asking in each namespace would cost a process. */
    private static final Set<Feature> EVERYWHERE = Set.of(Feature.ADDRESS_PROTOCOL);
    private static final int LOOPBACK = 1;
    /** No link can have it, so that none is made; but a kind that the kernel does not have is refused before that. */
    private static final String MULTICAST = "01:00:00:00:00:00";

    private final Sysctls sysctls;
    private final LinkWord word;
    private final Map<Feature, Boolean> known = new EnumMap<>(Feature.class);
    private final Map<Feature, Boolean> inGeneral;

    /**
     * The features of a namespace.
     *
     * @param inGeneral what the program and the kernel are known to do in any namespace; more is added
     */
    Features(Sysctls sysctls, LinkWord word, Map<Feature, Boolean> inGeneral) {
        this.sysctls = sysctls;
        this.word = word;
        this.inGeneral = inGeneral;
    }

    boolean has(Call call, Feature feature) throws ToolException {
        Map<Feature, Boolean> answers = EVERYWHERE.contains(feature) ? inGeneral : known;
        Boolean answer = answers.get(feature);
        if (answer == null) {
            answer = ask(call, feature);
            answers.put(feature, answer);
        }
        return answer;
    }

    private boolean ask(Call call, Feature feature) throws ToolException {
        return switch (feature) {
            case DUMMY -> !isRefused(call, "EOPNOTSUPP",
                    Command.of("ip", "link", "add", "name", "podbridge-probe", "address", MULTICAST, "type", "dummy"));
            case TAP -> canOpenTun();
            case ALT_NAMES -> !isRefused(call, "EOPNOTSUPP", noSuchAltName());
            case IPV6 -> sysctls.read(call, IPV6_SETTING).isPresent();
            case WRITABLE_SYSCTL -> sysctls.isWritable(call, ANY_SETTING);
            case NET_ADMIN -> !isRefused(call, "EPERM", noSuchAltName());
            case ADDRESS_PROTOCOL -> knowsProtocols(call);
            case TAP_INDEX, ARP_IGNORE, NAMESPACE_COOKIE -> false;
        };
    }

    /** The deletion of an alternative name that is not there. */
    private Command noSuchAltName() {
        return Command.of("ip", "link", "property", "del", "dev", word.of(LOOPBACK), "altname", word.of(LOOPBACK));
    }

    /** The deletion of an address from a link that is not there: an ip(8) before 6.3 stumbles over the word before it asks the kernel. */
    private boolean knowsProtocols(Call call) throws ToolException {
        Answer answer = call
                .ask(Command.of("ip", "address", "del", "192.0.2.1/32", "dev", word.of(Integer.MAX_VALUE), "proto", "3"));
        return !Complaint.of(answer.text()).isUsage();
    }

    private static boolean isRefused(Call call, String errno, Command probe) throws ToolException {
        Answer answer = call.ask(probe);
        return !answer.isSuccess() && Complaint.of(answer.text()).errno().map(number -> number.is(errno)).orElse(false);
    }

    private static boolean canOpenTun() {
        try (FileChannel tun = FileChannel.open(Path.of("/dev/net/tun"), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return tun.isOpen();
        } catch (IOException e) {
            return false;
        }
    }
}
