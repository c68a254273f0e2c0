package io.kaimen.local;

import io.kaimen.local.instance.Instance;
import io.kaimen.local.instance.Port;
import io.kaimen.local.instance.Secret;
import io.kaimen.local.supervise.Progress;

/**
 * The address with which a person is the operator on all pages. Name and password are its fragment,
 * which no browser sends; the start page takes them out of the address bar.
 */
final class OperatorLink {

    private OperatorLink() {}

    /**
     * Says it to a person at a terminal and to nobody else: what is redirected ends up in a file
     * that others may read.
     */
    static void say(Instance instance, Progress progress) {
        var console = System.console();
        if (console != null && console.isTerminal() && Summary.hasPages(instance)) {
            progress.say("%n  Everything from here, as operator:%n  %s".formatted(of(instance)));
        }
    }

    static String of(Instance instance) {
        return "%s/pages/start/#operator=%s:%s"
                .formatted(
                        instance.url(Port.EDGE),
                        Summary.ADMINISTRATOR,
                        instance.secrets().get(Secret.ADMINISTRATOR));
    }
}
