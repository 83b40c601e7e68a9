package io.podbridge.testkit.assertions;

import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.state.LinkText;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Assertions about a link by itself. Of its ports and addresses {@link PodAssert#hasLink} knows more. */
public final class LinkAssert extends AbstractLinkAssert<LinkAssert> {

    LinkAssert(@Nullable Link actual) {
        super(actual, LinkAssert.class);
    }

    @Override
    List<String> text() {
        return LinkText.lines(link(), Map.of());
    }
}
