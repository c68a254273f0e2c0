package io.kaimen.replenish.warehouse;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;

/** The warehouses. */
@Repository
class Warehouses {

    private static final String ACTIVE = "ACTIVE";

    private final WarehouseMapper mapper;
    private final Clock clock;

    Warehouses(WarehouseMapper mapper, Clock clock) {
        this.mapper = mapper;
        this.clock = clock;
    }

    /**
     * Adds a warehouse.
     *
     * @return false, and nothing added, when the code is taken
     */
    boolean add(String code, String name) {
        Instant now = clock.instant();
        var row = new WarehouseRow();
        row.code = code;
        row.name = name;
        row.status = ACTIVE;
        row.createdAt = now;
        row.updatedAt = now;
        try {
            mapper.insert(row);
            return true;
        } catch (DuplicateKeyException taken) {
            return false;
        }
    }

    Optional<Warehouse> find(String code) {
        return Optional.ofNullable(mapper.selectById(code)).map(Warehouses::warehouse);
    }

    List<Warehouse> all() {
        return mapper.all().stream().map(Warehouses::warehouse).toList();
    }

    private static Warehouse warehouse(WarehouseRow row) {
        return new Warehouse(row.code, row.name, row.status, row.createdAt);
    }
}
