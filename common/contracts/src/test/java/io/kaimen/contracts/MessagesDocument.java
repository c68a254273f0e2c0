package io.kaimen.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes docs/messages.md from the topics, the payload records and their documentation comments.
 */
final class MessagesDocument {

    private static final Pattern COMMENT =
            Pattern.compile(
                    "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:public )?record (\\w+)\\(", Pattern.DOTALL);

    /** Fields that mean the same everywhere. */
    private static final Map<String, String> COMMON =
            Map.ofEntries(
                    Map.entry("sn", "the cabinet's serial number"),
                    Map.entry("door", "the door's number within the cabinet"),
                    Map.entry("lane", "the lane's number within the cabinet"),
                    Map.entry("orderNo", "the order"),
                    Map.entry("shopperId", "the shopper"),
                    Map.entry("platform", "wechat or alipay"),
                    Map.entry("sku", "the product"),
                    Map.entry("productName", "the product's name for people"),
                    Map.entry("instance", "the comm-service instance"),
                    Map.entry("epoch", "which connection of the cabinet"),
                    Map.entry("commandId", "the command"),
                    Map.entry(
                            "origin", "where and when the cabinet's message was made and received"),
                    Map.entry("site", "where the cabinet stands"),
                    Map.entry("region", "the site's region"),
                    Map.entry("partner", "who owns the site"),
                    Map.entry("warehouse", "which supplies the cabinet"));

    private final Path module;

    MessagesDocument(Path module) {
        this.module = module;
    }

    String text() {
        var out = new StringBuilder();
        out.append("# Messages\n\n");
        out.append(
                "Generated from `common/contracts`; do not edit. A test fails when this page drifts; write it anew with\n");
        out.append("`mvn -pl common/contracts test -Dkaimen.docs.write=true`.\n\n");
        out.append(
                "Every message is JSON in an envelope: `eventId` (the same in every redelivery), `topic`, `key`, ");
        out.append(
                "`occurredAt`, `source`, `payload`.\nMessages of one key keep their order. Amounts are fen, times ISO-8601 in UTC. ");
        out.append("Fields are only ever added.\n\n");
        out.append("| Topic | Key | Producer | Consumers |\n|---|---|---|---|\n");
        for (Topic topic : Topic.values()) {
            out.append(
                    "| [%s](#%s) | %s | %s | %s |\n"
                            .formatted(
                                    topic.topicName(),
                                    topic.topicName(),
                                    topic.key(),
                                    name(topic.producer()),
                                    consumers(topic)));
        }
        for (Topic topic : Topic.values()) {
            describe(topic, out);
        }
        return out.toString();
    }

    private void describe(Topic topic, StringBuilder out) {
        out.append("\n## ").append(topic.topicName()).append("\n\n");
        Map<String, String> comments = comments(topic.payloadType());
        List<Class<?>> records = new ArrayList<>(List.of(topic.payloadType()));
        for (Class<?> nested : topic.payloadType().getDeclaredClasses()) {
            if (nested.isRecord()) {
                records.add(nested);
            }
        }
        records.subList(1, records.size())
                .sort((a, b) -> a.getSimpleName().compareTo(b.getSimpleName()));
        for (Class<?> type : records) {
            String comment = comments.getOrDefault(type.getSimpleName(), "");
            if (type != topic.payloadType()) {
                out.append("\n`").append(type.getSimpleName()).append("`: ");
            }
            out.append(summary(comment)).append("\n\n| Field | Type | Meaning |\n|---|---|---|\n");
            for (RecordComponent field : type.getRecordComponents()) {
                out.append(
                        "| %s | %s | %s |\n"
                                .formatted(
                                        field.getName(),
                                        typeName(field),
                                        param(comment, field.getName())));
            }
        }
        out.append("\n```json\n").append(sample(topic)).append("```\n");
    }

    private static String typeName(RecordComponent field) {
        String name = field.getGenericType().getTypeName();
        String simple = name.replaceAll("[\\w.]+[.$](\\w+)", "$1");
        boolean nullable =
                java.util.Arrays.stream(field.getAnnotatedType().getAnnotations())
                        .anyMatch(a -> a.annotationType().getSimpleName().equals("Nullable"));
        Class<?> type = field.getType();
        String values =
                type.isEnum()
                        ? java.util.Arrays.stream(type.getEnumConstants())
                                .map(String::valueOf)
                                .collect(Collectors.joining(", ", " (", ")"))
                        : "";
        return simple + (nullable ? " or null" : "") + values;
    }

    private Map<String, String> comments(Class<?> type) {
        Path source =
                module.resolve("src/main/java").resolve(type.getName().replace('.', '/') + ".java");
        var found = new LinkedHashMap<String, String>();
        try {
            Matcher matcher = COMMENT.matcher(Files.readString(source));
            while (matcher.find()) {
                found.put(
                        matcher.group(2),
                        matcher.group(1)
                                .replaceAll("(?m)^\\s*\\* ?", " ")
                                .replaceAll("\\s+", " ")
                                .strip());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static String summary(String comment) {
        int params = comment.indexOf("@param");
        return plain(params < 0 ? comment : comment.substring(0, params));
    }

    private static String param(String comment, String field) {
        Matcher matcher =
                Pattern.compile("@param " + field + " (.*?)(?=@param|$)").matcher(comment);
        return matcher.find() ? plain(matcher.group(1)) : COMMON.getOrDefault(field, "");
    }

    private static String plain(String text) {
        return text.replaceAll("\\{@(?:link|code) ([^}]*)}", "`$1`").strip();
    }

    private String sample(Topic topic) {
        try {
            return Files.readString(
                    module.resolve("src/main/resources/samples/" + topic.topicName() + ".json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String consumers(Topic topic) {
        return topic.consumers().stream()
                .map(MessagesDocument::name)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static String name(ServiceName service) {
        return service.registeredName().replace("-service", "");
    }
}
