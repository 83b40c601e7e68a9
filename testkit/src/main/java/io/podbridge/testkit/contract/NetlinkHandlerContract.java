package io.podbridge.testkit.contract;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What every {@link io.podbridge.netlink.NetlinkHandler} does, as tests: those of a backend, and those of an in-memory kernel, extend
 * this class and say how a namespace is made. One nested class for each noun; the names of the tests read as the specification.
 *
 * <p>Each test makes a namespace, opens a handler and deletes both again. What a kernel cannot do (taps without {@code /dev/net/tun}) is
 * skipped with the reason. At the end one line says how many cases ran: {@code contract: panama: 245 cases, 1 skipped (no such driver)}.
 */
public abstract class NetlinkHandlerContract {

    @RegisterExtension
    static final CaseCount CASES = new CaseCount();

    /** For subclasses. */
    protected NetlinkHandlerContract() {}

    /**
     * Makes a new namespace and says how the handler under test is opened in it.
     *
     * @return the namespace; the suite closes it
     */
    protected abstract ContractNamespace newNamespace();

    /** {@return the name of the backend under test, for the line that says how many cases ran; by default that of the class} */
    protected String backend() {
        return getClass().getSimpleName();
    }

    @Nested
    final class Links extends LinksContract {
        Links() {
            super(NetlinkHandlerContract.this::newNamespace);
        }
    }

    @Nested
    final class LinkFields extends LinkFieldsContract {
        LinkFields() {
            super(NetlinkHandlerContract.this::newNamespace);
        }
    }

    @Nested
    final class Veths extends VethsContract {
        Veths() {
            super(NetlinkHandlerContract.this::newNamespace);
        }
    }

    @Nested
    final class ForeignLinks extends ForeignLinksContract {
        ForeignLinks() {
            super(NetlinkHandlerContract.this::newNamespace);
        }
    }

    @Nested
    final class LinkDeletions extends LinkDeletionsContract {
        LinkDeletions() {
            super(NetlinkHandlerContract.this::newNamespace);
        }
    }

    @Nested
    final class LinkChanges extends LinkChangesContract {
        LinkChanges() {
            super(NetlinkHandlerContract.this::newNamespace);
        }
    }

    @Nested
    final class FusedChanges extends FusedChangesContract {
        FusedChanges() {
            super(NetlinkHandlerContract.this::newNamespace);
        }
    }

    @Nested
    final class ChangePairs extends ChangePairsContract {
        ChangePairs() {
            super(NetlinkHandlerContract.this::newNamespace);
        }
    }

    @Nested
    final class LinkNames extends LinkNamesContract {
        LinkNames() {
            super(NetlinkHandlerContract.this::newNamespace);
        }
    }

    @Nested
    final class BridgePorts extends BridgePortsContract {
        BridgePorts() {
            super(NetlinkHandlerContract.this::newNamespace);
        }
    }

    @Nested
    final class BridgeInheritance extends BridgeInheritanceContract {
        BridgeInheritance() {
            super(NetlinkHandlerContract.this::newNamespace);
        }
    }

    @Nested
    final class Offloads extends OffloadsContract {
        Offloads() {
            super(NetlinkHandlerContract.this::newNamespace);
        }
    }

    @Nested
    final class Taps extends TapsContract {
        Taps() {
            super(NetlinkHandlerContract.this::newNamespace);
        }
    }

    @Nested
    final class TapRefusals extends TapRefusalsContract {
        TapRefusals() {
            super(NetlinkHandlerContract.this::newNamespace);
        }
    }

    @Nested
    final class Addresses extends AddressesContract {
        Addresses() {
            super(NetlinkHandlerContract.this::newNamespace);
        }
    }

    @Nested
    final class AddressFields extends AddressFieldsContract {
        AddressFields() {
            super(NetlinkHandlerContract.this::newNamespace);
        }
    }

    @Nested
    final class AddressRefusals extends AddressRefusalsContract {
        AddressRefusals() {
            super(NetlinkHandlerContract.this::newNamespace);
        }
    }

    @Nested
    final class AddressDeletions extends AddressDeletionsContract {
        AddressDeletions() {
            super(NetlinkHandlerContract.this::newNamespace);
        }
    }

    @Nested
    final class Routes extends RoutesContract {
        Routes() {
            super(NetlinkHandlerContract.this::newNamespace);
        }
    }

    @Nested
    final class RouteFields extends RouteFieldsContract {
        RouteFields() {
            super(NetlinkHandlerContract.this::newNamespace);
        }
    }

    @Nested
    final class RouteAppends extends RouteAppendsContract {
        RouteAppends() {
            super(NetlinkHandlerContract.this::newNamespace);
        }
    }

    @Nested
    final class RouteLosses extends RouteLossesContract {
        RouteLosses() {
            super(NetlinkHandlerContract.this::newNamespace);
        }
    }

    @Nested
    final class RouteRefusals extends RouteRefusalsContract {
        RouteRefusals() {
            super(NetlinkHandlerContract.this::newNamespace);
        }
    }

    @Nested
    final class Neighbours extends NeighboursContract {
        Neighbours() {
            super(NetlinkHandlerContract.this::newNamespace);
        }
    }

    @Nested
    final class NeighbourStates extends NeighbourStatesContract {
        NeighbourStates() {
            super(NetlinkHandlerContract.this::newNamespace);
        }
    }

    @Nested
    final class Sysctls extends SysctlsContract {
        Sysctls() {
            super(NetlinkHandlerContract.this::newNamespace);
        }
    }

    @Nested
    final class SettingValues extends SettingValuesContract {
        SettingValues() {
            super(NetlinkHandlerContract.this::newNamespace);
        }
    }

    @Nested
    final class Forwarding extends ForwardingContract {
        Forwarding() {
            super(NetlinkHandlerContract.this::newNamespace);
        }
    }

    @Nested
    final class Privilege extends PrivilegeContract {
        Privilege() {
            super(NetlinkHandlerContract.this::newNamespace);
        }
    }

    @Nested
    final class Features extends FeaturesContract {
        Features() {
            super(NetlinkHandlerContract.this::newNamespace);
        }
    }

    @Nested
    final class UnknownData extends UnknownDataContract {
        UnknownData() {
            super(NetlinkHandlerContract.this::newNamespace);
        }
    }

    @Nested
    final class Deadlines extends DeadlinesContract {
        Deadlines() {
            super(NetlinkHandlerContract.this::newNamespace);
        }
    }

    @Nested
    final class Interruption extends InterruptionContract {
        Interruption() {
            super(NetlinkHandlerContract.this::newNamespace);
        }
    }

    @Nested
    final class Errors extends ErrorsContract {
        Errors() {
            super(NetlinkHandlerContract.this::newNamespace);
        }
    }

    @Nested
    final class Listeners extends ListenersContract {
        Listeners() {
            super(NetlinkHandlerContract.this::newNamespace);
        }
    }

    @Nested
    final class LifeCycle extends LifeCycleContract {
        LifeCycle() {
            super(NetlinkHandlerContract.this::newNamespace);
        }
    }

    @Nested
    final class Concurrency extends ConcurrencyContract {
        Concurrency() {
            super(NetlinkHandlerContract.this::newNamespace);
        }
    }
}
