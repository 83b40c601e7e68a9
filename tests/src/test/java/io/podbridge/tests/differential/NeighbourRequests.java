package io.podbridge.tests.differential;

import io.podbridge.netlink.model.HardwareAddress;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.model.Neighbour;
import io.podbridge.netlink.request.NeighbourDelete;
import io.podbridge.netlink.request.NeighbourReplace;
import io.podbridge.netlink.request.NetlinkRequest;
import java.util.List;

/**
 * Permanent neighbours, proxies, and those learned elsewhere. On a link without a carrier only permanent ones: the others go with each
 * news of a carrier that is lost, and how many of them come is chance.
 */
final class NeighbourRequests implements RequestSource {
    @Override
    public NetlinkRequest next(Scene scene) {
        List<Neighbour> present = scene.sight().neighbours().stream().filter(Normalisation::isCompared).toList();
        if (!present.isEmpty() && scene.dice().chance(40)) {
            return again(scene, scene.dice().oneOf(present));
        }
        LinkId link = scene.link();
        Neighbour.Builder neighbour = Neighbour.builder(link.index(), scene.gateway(scene.family()));
        if (scene.hasCarrier(link) && scene.dice().chance(25)) {
            neighbour.flags(Neighbour.PROXY);
        } else {
            neighbour.hardwareAddress(HardwareAddress.of(scene.dice().oneOf(Scenery.MACS)))
                    .state(scene.hasCarrier(link) && scene.dice().chance(30) ? Neighbour.NOARP : Neighbour.PERMANENT)
                    .flags(scene.dice().chance(10) ? Neighbour.EXTERNALLY_LEARNED : 0);
        }
        return scene.dice().chance(15)
                ? new NeighbourDelete(link, neighbour.build())
                : new NeighbourReplace(link, neighbour.build());
    }

    private static NetlinkRequest again(Scene scene, Neighbour neighbour) {
        LinkId link = new LinkId(neighbour.linkIndex(), scene.names().get(neighbour.linkIndex()));
        Neighbour plain = neighbour.toBuilder().unknownAttributes(List.of()).build();
        return scene.dice().chance(60) ? new NeighbourDelete(link, plain) : new NeighbourReplace(link, plain);
    }
}
