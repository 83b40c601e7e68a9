package io.podbridge.tests.differential;

import io.podbridge.netlink.request.NetlinkRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Makes up one step after the other, each for the state in which the steps before it have left the first subject. */
final class RequestGenerator {
    private static final int MANY_LINKS = 11;
    private static final RequestSource DELETES = new LinkDeletes();

    private final Dice dice;
    private final List<RequestSource> sources;

    RequestGenerator(long seed, boolean tapsHaveIndices) {
        dice = new Dice(seed);
        sources = Stream.of(times(19, new LinkAdds(tapsHaveIndices)), times(30, new LinkSets()), times(7, DELETES),
                times(18, new AddressRequests()), times(16, new RouteRequests()), times(5, new NeighbourRequests()),
                times(5, new SettingRequests())).flatMap(List::stream).toList();
    }

    private static List<RequestSource> times(int weight, RequestSource source) {
        return Stream.generate(() -> source).limit(weight).toList();
    }

    Step next(Function<Place, Sight> worlds) {
        Place place = dice.chance(85) ? Place.HERE : Place.THERE;
        if (dice.chance(1)) {
            return new Step.Reopen(place);
        }
        Scene scene = new Scene(worlds.apply(place), dice);
        int size = dice.chance(92) ? 1 : dice.between(2, 4);
        List<NetlinkRequest> requests = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            requests.add(source(scene).next(i == 0 ? scene : scene.later()));
        }
        return new Step.Execute(place, requests);
    }

    private RequestSource source(Scene scene) {
        boolean crowded = scene.sight().links().size() > MANY_LINKS && dice.chance(50);
        return crowded ? DELETES : dice.oneOf(sources);
    }
}
