package io.podbridge.journal;

import io.podbridge.journal.json.JsonFields;
import io.podbridge.journal.json.JsonObjectCodec;
import io.podbridge.journal.json.JsonObjectWriter;
import io.podbridge.journal.json.NumberCodec;
import io.podbridge.journal.json.TextCodec;
import io.podbridge.netlink.NetworkNamespace;
import io.podbridge.netlink.ProcessIdentity;
import java.nio.file.Path;

/** How the identity of a binding stands in a journal. */
final class BindingIdentityCodec extends JsonObjectCodec<BindingIdentity> {
    private static final TextCodec<Path> PATH = new TextCodec<>(Path::toString, Path::of);
    private static final InodeCodec INODE = new InodeCodec();
    private static final ProcessCodec PROCESS = new ProcessCodec();

    @Override
    protected void writeFields(BindingIdentity identity, JsonObjectWriter object) {
        object.put("bootId", identity.bootId(), TextCodec.STRING)
                .putIfPresent("cookie", identity.cookie())
                .put("path", identity.path(), PATH)
                .put("inode", identity.inode(), INODE)
                .putIfPresent("process", identity.process(), PROCESS);
    }

    @Override
    protected BindingIdentity readFields(JsonFields fields) {
        return new BindingIdentity(fields.get("bootId", TextCodec.STRING), fields.findLong("cookie"), fields.get("path", PATH),
                fields.get("inode", INODE), fields.find("process", PROCESS));
    }

    private static final class InodeCodec extends JsonObjectCodec<NetworkNamespace.Inode> {

        @Override
        protected void writeFields(NetworkNamespace.Inode inode, JsonObjectWriter object) {
            object.put("device", inode.device(), NumberCodec.LONG).put("number", inode.number(), NumberCodec.LONG);
        }

        @Override
        protected NetworkNamespace.Inode readFields(JsonFields fields) {
            return new NetworkNamespace.Inode(fields.get("device", NumberCodec.LONG), fields.get("number", NumberCodec.LONG));
        }
    }

    private static final class ProcessCodec extends JsonObjectCodec<ProcessIdentity> {

        @Override
        protected void writeFields(ProcessIdentity process, JsonObjectWriter object) {
            object.put("pid", process.pid(), NumberCodec.LONG).put("startTicks", process.startTicks(), NumberCodec.LONG);
        }

        @Override
        protected ProcessIdentity readFields(JsonFields fields) {
            return new ProcessIdentity(fields.get("pid", NumberCodec.LONG), fields.get("startTicks", NumberCodec.LONG));
        }
    }
}
