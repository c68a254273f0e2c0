package io.kaimen.contracts.replenish;

import java.time.Instant;
import java.util.List;

/** A cabinet's lanes need goods; its warehouse's restockers are to be told. */
public record RestockTaskOpened(
        String taskNo, String sn, String warehouse, List<Shortage> shortages, Instant openedAt) {

    /** A lane at or under its threshold. */
    public record Shortage(int lane, String sku, String productName, int unitsLeft, int parLevel) {}
}
