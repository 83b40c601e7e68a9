/**
 * What the virtual machine's side needs: what a DHCP server tells the guest, and the interface of the domain.
 *
 * @since 0.1.0
 */
@NullMarked
package io.podbridge.guest;

import org.jspecify.annotations.NullMarked;
