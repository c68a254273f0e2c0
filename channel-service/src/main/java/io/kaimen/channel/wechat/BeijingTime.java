package io.kaimen.channel.wechat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Pay Score's times: {@code yyyyMMddHHmmss} in Beijing, whole seconds. */
final class BeijingTime {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

    private BeijingTime() {}

    static String write(Instant at) {
        return FORMAT.format(at.atZone(BEIJING));
    }

    /**
     * @throws java.time.DateTimeException when it is no such time
     */
    static Instant read(String text) {
        return LocalDateTime.parse(text, FORMAT).atZone(BEIJING).toInstant();
    }
}
