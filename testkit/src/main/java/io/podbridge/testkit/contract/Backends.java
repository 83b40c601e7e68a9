package io.podbridge.testkit.contract;

import io.podbridge.netlink.HandlerOptions;
import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.NetlinkHandlerProvider;
import io.podbridge.netlink.RequestListener;

/**
 * The backend that writes and the one that reads; mostly they are one.
 *
 * @param writer carries out requests
 * @param reader answers reads
 */
record Backends(NetlinkHandlerProvider writer, NetlinkHandlerProvider reader) {

    NetlinkHandler open(HandlerOptions options) {
        NetlinkHandler writes = writer.open(options);
        if (writer.equals(reader)) {
            return writes;
        }
        try {
            return new WriterAndReader(writes, reader.open(options.withListener(RequestListener.NONE)));
        } catch (RuntimeException e) {
            writes.close();
            throw e;
        }
    }
}
