package io.kaimen.order.placing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** The catalogue of what shoppers read. */
class WordsTest {

    @Test
    void everyRefusalHasWordsInBothLanguages() throws IOException {
        var keys = Arrays.stream(Refusal.values()).map(why -> "refusal." + why.code()).toList();

        assertThat(catalogue("words.properties").stringPropertyNames()).containsAll(keys);
        assertThat(catalogue("words_en.properties").stringPropertyNames()).containsAll(keys);
    }

    @Test
    void everyRefusalSaysThatNothingWasCharged() throws IOException {
        for (Refusal why : Refusal.values()) {
            String key = "refusal." + why.code();
            assertThat(catalogue("words.properties").getProperty(key)).contains("没有收费");
            assertThat(catalogue("words_en.properties").getProperty(key))
                    .contains("Nothing was charged");
        }
    }

    @Test
    void bothLanguagesSayTheSameThings() throws IOException {
        assertThat(catalogue("words_en.properties").stringPropertyNames())
                .isEqualTo(catalogue("words.properties").stringPropertyNames());
    }

    private static Properties catalogue(String name) throws IOException {
        var words = new Properties();
        try (InputStream in = WordsTest.class.getClassLoader().getResourceAsStream(name)) {
            words.load(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8));
        }
        return words;
    }
}
