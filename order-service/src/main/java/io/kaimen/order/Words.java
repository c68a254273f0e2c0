package io.kaimen.order;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What shoppers read, in the language their request asks for; see words.properties. */
@Component
public class Words {

    private final MessageSource source;

    Words(MessageSource source) {
        this.source = source;
    }

    /**
     * @throws org.springframework.context.NoSuchMessageException when the catalogue lacks the key
     */
    public String say(String key, Object... values) {
        return source.getMessage(key, values, LocaleContextHolder.getLocale());
    }
}
