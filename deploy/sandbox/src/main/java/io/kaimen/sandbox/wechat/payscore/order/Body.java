package io.kaimen.sandbox.wechat.payscore.order;

import io.kaimen.sandbox.wechat.ApiError;
import io.kaimen.sandbox.wechat.Refusal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A request body, or an object inside it, read field by field; what breaks a field's rule is
 * refused with PARAM_ERROR naming the field. Lengths are counted in characters.
 */
public final class Body {

    private final JsonNode node;
    private final String path;

    private Body(JsonNode node, String path) {
        this.node = node;
        this.path = path;
    }

    /**
     * Takes a parsed body.
     *
     * @throws ApiError when it is no JSON object
     */
    public static Body of(JsonNode node) {
        if (!node.isObject()) {
            throw Refusal.PARAM_ERROR.error("请求体不是JSON对象");
        }
        return new Body(node, "/body");
    }

    /** A required text. */
    public String text(String field, int maxLength) {
        String text = optionalText(field, maxLength);
        if (text == null || text.isEmpty()) {
            throw missing(field);
        }
        return text;
    }

    /** A text or null. */
    public @Nullable String optionalText(String field, int maxLength) {
        JsonNode value = value(field);
        if (value == null) {
            return null;
        }
        if (!value.isString()) {
            throw wrong(field, "类型应为string");
        }
        String text = value.asString();
        if (text.codePointCount(0, text.length()) > maxLength) {
            throw wrong(field, "长度不能超过" + maxLength);
        }
        return text;
    }

    /** A required amount in fen, 0 or more. */
    public long amount(String field) {
        Long amount = optionalAmount(field);
        if (amount == null) {
            throw missing(field);
        }
        return amount;
    }

    /** An amount in fen, 0 or more, or null. */
    public @Nullable Long optionalAmount(String field) {
        JsonNode value = value(field);
        if (value == null) {
            return null;
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.asLong() < 0) {
            throw wrong(field, "应为大于等于0的整数");
        }
        return value.asLong();
    }

    /** A required count, 1 to 100. */
    public int count(String field) {
        Long count = optionalAmount(field);
        if (count == null) {
            throw missing(field);
        }
        if (count < 1 || count > 100) {
            throw wrong(field, "取值范围为1到100");
        }
        return count.intValue();
    }

    /** A flag, with the value it has when absent. */
    public boolean flag(String field, boolean absent) {
        JsonNode value = value(field);
        if (value == null) {
            return absent;
        }
        if (!value.isBoolean()) {
            throw wrong(field, "类型应为boolean");
        }
        return value.asBoolean();
    }

    /** A required object. */
    public Body object(String field) {
        Body object = optionalObject(field);
        if (object == null) {
            throw missing(field);
        }
        return object;
    }

    /** An object or null. */
    public @Nullable Body optionalObject(String field) {
        JsonNode value = value(field);
        if (value == null) {
            return null;
        }
        if (!value.isObject()) {
            throw wrong(field, "类型应为object");
        }
        return new Body(value, path + "/" + field);
    }

    /** The objects of an array; empty when it is absent. */
    public List<Body> list(String field, int maxSize) {
        JsonNode value = value(field);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray() || value.size() > maxSize) {
            throw wrong(field, "应为最多" + maxSize + "条的数组");
        }
        List<Body> items = new ArrayList<>();
        for (JsonNode item : value) {
            if (!item.isObject()) {
                throw wrong(field, "每条应为object");
            }
            items.add(new Body(item, path + "/" + field + "/" + items.size()));
        }
        return items;
    }

    /** Refuses a field that must not be sent. */
    public void without(String field, String why) {
        if (value(field) != null) {
            throw wrong(field, why);
        }
    }

    /** The error of a field whose value breaks a rule. */
    public ApiError wrong(String field, String why) {
        return Refusal.PARAM_ERROR.error("输入源“" + path + "/" + field + "”" + why);
    }

    private ApiError missing(String field) {
        return wrong(field, "必填");
    }

    private @Nullable JsonNode value(String field) {
        JsonNode value = node.get(field);
        return value == null || value.isNull() ? null : value;
    }
}
