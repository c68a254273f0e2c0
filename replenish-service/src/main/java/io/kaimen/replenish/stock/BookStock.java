package io.kaimen.replenish.stock;

import io.kaimen.replenish.stock.StockMapper.Supply;
import io.kaimen.service.page.Paged;
import io.kaimen.service.state.StaleMove;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;

/** The lanes' book stock and its movements. */
@Repository
class BookStock {

    private final StockMapper mapper;
    private final Clock clock;

    BookStock(StockMapper mapper, Clock clock) {
        this.mapper = mapper;
        this.clock = clock;
    }

    /**
     * Locks a cabinet until the caller's transaction ends; everyone who changes its stock or tasks
     * does this first, before any plain read, so that such reads see what others did before. A
     * cabinet never heard of is remembered, without a planogram.
     */
    Supply lock(String sn) {
        mapper.lockCabinet(sn, clock.instant());
        return lockKnown(sn).orElseThrow();
    }

    /** Locks a cabinet if something is known of it. */
    Optional<Supply> lockKnown(String sn) {
        return Optional.ofNullable(mapper.lockedSupply(sn));
    }

    /** The lanes of a cabinet that is locked. */
    List<LaneStock> lanesOfLocked(String sn) {
        return mapper.lockedLanes(sn).stream().map(LaneStockRow::stock).toList();
    }

    Optional<Supply> supply(String sn) {
        return Optional.ofNullable(mapper.supply(sn));
    }

    List<LaneStock> lanes(String sn) {
        return mapper.lanes(sn).stream().map(LaneStockRow::stock).toList();
    }

    /**
     * Remembers which planogram is known.
     *
     * @return false when it is not newer than the known one
     */
    boolean raiseVersion(String sn, String warehouse, long version) {
        return mapper.raiseVersion(sn, warehouse, version, clock.instant()) == 1;
    }

    void add(LaneStock stock) {
        mapper.insertLane(LaneStockRow.of(stock, clock.instant()));
    }

    void save(LaneStock stock) {
        int rows = mapper.saveLane(LaneStockRow.of(stock, clock.instant()));
        StaleMove.unlessOne(rows, "Lane " + stock.lane() + " of cabinet " + stock.sn());
    }

    /**
     * Records a movement.
     *
     * @return false, and nothing recorded, when this reference has moved the lane before
     */
    boolean record(Movement movement) {
        try {
            mapper.insertMovement(movement);
            return true;
        } catch (DuplicateKeyException moved) {
            return false;
        }
    }

    /** A lane's movements, newest first. */
    Paged<Movement> movements(String sn, int lane, int page, int size) {
        return new Paged<>(
                mapper.movements(sn, lane, size, (page - 1) * size),
                mapper.countMovements(sn, lane),
                page,
                size);
    }
}
