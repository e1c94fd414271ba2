package io.wellspring.points.web;

import io.wellspring.points.PointsDecisions;
import io.wellspring.shared.web.Awaiting;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Says beside the way to the pages of points what waits there. */
@Component
@RequiredArgsConstructor
class PointsAwaiting implements Awaiting {

    private final PointsDecisions decisions;

    @Override
    public Map<String, Long> counts() {
        PointsDecisions.Waiting waiting = decisions.waiting();
        return Map.of("/points/adjustments", waiting.adjustments(), "/points/grants", waiting.grants());
    }
}
