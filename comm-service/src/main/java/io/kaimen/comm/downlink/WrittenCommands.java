package io.kaimen.comm.downlink;

import io.netty.channel.Channel;
import io.netty.util.AttributeKey;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The command ids last written to one connection; on its event loop only. RocketMQ may deliver a
 * command twice; the cabinet shall not see it twice.
 */
final class WrittenCommands {

    /** More commands than this do not live at once on one cabinet. */
    private static final int REMEMBERED = 128;

    private static final AttributeKey<WrittenCommands> WRITTEN =
            AttributeKey.valueOf(WrittenCommands.class, "ids");

    private final Set<String> ids = new LinkedHashSet<>();

    private WrittenCommands() {}

    static WrittenCommands of(Channel channel) {
        var attribute = channel.attr(WRITTEN);
        WrittenCommands written = attribute.get();
        if (written == null) {
            written = new WrittenCommands();
            attribute.set(written);
        }
        return written;
    }

    boolean contains(String commandId) {
        return ids.contains(commandId);
    }

    void add(String commandId) {
        ids.add(commandId);
        if (ids.size() > REMEMBERED) {
            ids.remove(ids.iterator().next());
        }
    }
}
