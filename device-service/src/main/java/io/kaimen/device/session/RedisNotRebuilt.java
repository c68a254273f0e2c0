package io.kaimen.device.session;

import io.kaimen.service.messaging.NotReadyYet;

/** Redis was lost: the door's command is held back until the cabinets are known again. */
class RedisNotRebuilt extends NotReadyYet {

    private static final long serialVersionUID = 1;

    RedisNotRebuilt(String sn, int door) {
        super("Redis is being rebuilt, door " + door + " of " + sn + " waits");
    }
}
