package io.podbridge.iproute2.process;

/**
 * What became of a program.
 *
 * @param status its exit status
 * @param output what it printed
 * @param errors what it printed on its standard error
 */
public record ToolResult(int status, String output, String errors) {

    /** {@return whether the exit status is 0} */
    public boolean isSuccess() {
        return status == 0;
    }
}
