package io.kaimen.device.cabinet;

/** Within the service: a cabinet is connected through another connection than before. */
public record RouteMoved(String sn, String instance, long epoch) {}
