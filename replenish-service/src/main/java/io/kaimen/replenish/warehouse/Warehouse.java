package io.kaimen.replenish.warehouse;

import java.time.Instant;

/** A warehouse; cabinets name it by its code. */
record Warehouse(String code, String name, String status, Instant createdAt) {}
