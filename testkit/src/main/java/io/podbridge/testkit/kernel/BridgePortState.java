package io.podbridge.testkit.kernel;

/** What a link is as a port of a bridge ({@code struct net_bridge_port}). */
final class BridgePortState {
    static final int DISABLED = 0;
    static final int FORWARDING = 3;

    int state = DISABLED;
    boolean learning = true;
}
