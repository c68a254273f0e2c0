package io.kaimen.device.planogram;

import java.util.List;
import org.springframework.stereotype.Component;

/** What cabinets sell, as it is now. */
@Component
public class Planograms {

    private final PlanogramMapper mapper;

    Planograms(PlanogramMapper mapper) {
        this.mapper = mapper;
    }

    /** The lanes behind a door that sell something, in order, at today's prices. */
    public List<PricedLane> pricedLanes(String sn, int door) {
        return mapper.pricedLanes(sn, door);
    }
}
