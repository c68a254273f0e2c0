package io.kaimen.local.check.source;

import java.time.Instant;

/**
 * What one look at the stack is judged by.
 *
 * @param tables of all schemas, at one moment
 * @param locks in Redis, read after the tables
 * @param messages at the broker, read after the tables
 * @param platform the payment platform, read after the tables
 * @param now when the look began
 */
public record Evidence(
        Tables tables, DoorLocks locks, Messages messages, PlatformOrders platform, Instant now) {}
