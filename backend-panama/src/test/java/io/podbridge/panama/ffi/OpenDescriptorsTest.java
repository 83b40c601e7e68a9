package io.podbridge.panama.ffi;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OpenDescriptorsTest {

    @Test
    void namesWhoOpenedADescriptorUntilItIsClosed() throws SystemCallException {
        int before = OpenDescriptors.stacks().size();
        FileDescriptor file = FileDescriptor.open("/dev/null", FileDescriptor.READ_ONLY);
        try {
            assertThat(OpenDescriptors.stacks()).hasSize(before + 1)
                    .anySatisfy(stack -> assertThat(stack.getStackTrace())
                            .anyMatch(frame -> frame.getMethodName().equals("namesWhoOpenedADescriptorUntilItIsClosed")));
        } finally {
            file.close();
        }
        assertThat(OpenDescriptors.stacks()).hasSize(before);
    }
}
