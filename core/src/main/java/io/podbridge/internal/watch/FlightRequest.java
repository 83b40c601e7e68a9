package io.podbridge.internal.watch;

import io.podbridge.event.RequestEvent;
import io.podbridge.netlink.Errno;
import io.podbridge.netlink.NetlinkException;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

@Name("podbridge.Request")
@Label("Request")
@Category("podbridge")
@Description("One request to the kernel, in the words of ip(8)")
@StackTrace(false)
final class FlightRequest extends Event implements Span<RequestEvent> {
    @Label("Call")
    String call = "";

    @Label("Commands")
    String commands = "";

    @Label("Failure")
    String failure = "";

    @Label("Errno")
    @Description("The error number, such as EEXIST; empty for success, and where the backend is not told")
    String errno = "";

    FlightRequest() {
        begin();
    }

    @Override
    public void ended(RequestEvent event) {
        end();
        if (shouldCommit()) {
            call = event.call().toString();
            commands = LogLine.commands(event);
            failure = event.outcome().failure().map(NetlinkException::getMessage).orElse("");
            errno = event.outcome().failure().flatMap(NetlinkException::errno).map(Errno::name).orElse("");
            commit();
        }
    }
}
