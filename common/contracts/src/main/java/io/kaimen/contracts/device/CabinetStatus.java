package io.kaimen.contracts.device;

/** Whether a cabinet can be reached and sell. */
public enum CabinetStatus {
    /** Registered by an operator, never connected. */
    REGISTERED,
    /** 待初始化: connected for the first time, doors and lanes not yet reported, or no planogram. */
    PENDING_INIT,
    ONLINE,
    OFFLINE
}
