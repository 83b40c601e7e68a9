package io.podbridge.guest;

import io.podbridge.binding.BridgeBinding;
import io.podbridge.binding.PodInterface;

/** STUB. */
public final class DomainInterface {
    private DomainInterface() {}

    /** STUB. */
    public static DomainInterface of(PodInterface pod, BridgeBinding binding) {
        return new DomainInterface();
    }

    /** STUB. */
    public String toJson() {
        return "{}";
    }

    /** STUB. */
    public String toXml() {
        return "";
    }
}
