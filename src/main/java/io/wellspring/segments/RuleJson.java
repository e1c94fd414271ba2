package io.wellspring.segments;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Rules as versioned JSON; its schema is {@code docs/rule-1.schema.json}. */
public final class RuleJson {

    static final int VERSION = 1;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LONGEST = 100_000;
    private static final int MOST_PARTS = 200;
    private static final int DEEPEST = 20;

    private RuleJson() {}

    public static String write(RuleNode rule) {
        ObjectNode document = JSON.createObjectNode();
        document.put("version", VERSION);
        document.set("rule", object(rule));
        return JSON.writeValueAsString(document);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws UnreadableRule if it is not that
     */
    public static RuleNode read(String text) {
        if (text.length() > LONGEST) {
            throw new UnreadableRule(text.length() + "");
        }
        try {
            JsonNode document = JSON.readTree(text);
            if (document.path("version").asInt(0) != VERSION) {
                throw new UnreadableRule(document.path("version").asString(""));
            }
            return node(document.path("rule"), 0);
        } catch (JacksonException e) {
            throw new UnreadableRule("JSON");
        }
    }

    private static ObjectNode object(RuleNode node) {
        ObjectNode object = JSON.createObjectNode();
        object.put("is", node.kind().name().toLowerCase(Locale.ROOT));
        if (node.kind().isGroup()) {
            ArrayNode parts = object.putArray("of");
            node.parts().forEach(part -> parts.add(object(part)));
            return object;
        }
        putIfThere(object, "what", node.what());
        putIfThere(object, "op", node.op());
        if (!node.values().isEmpty()) {
            ArrayNode values = object.putArray("values");
            node.values().forEach(values::add);
        }
        putIfThere(object, "when", node.when());
        return object;
    }

    private static void putIfThere(ObjectNode object, String name, String text) {
        if (!text.isEmpty()) {
            object.put(name, text);
        }
    }

    private static RuleNode node(JsonNode object, int depth) {
        if (!object.isObject() || depth > DEEPEST) {
            throw new UnreadableRule("JSON");
        }
        RuleNode.Kind kind = Arrays.stream(RuleNode.Kind.values())
                .filter(one -> one.name().equals(object.path("is").asString("").toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new UnreadableRule(object.path("is").asString("")));
        List<RuleNode> parts = new ArrayList<>();
        for (JsonNode part : object.path("of")) {
            if (parts.size() == MOST_PARTS) {
                throw new UnreadableRule("JSON");
            }
            parts.add(node(part, depth + 1));
        }
        List<String> values = new ArrayList<>();
        object.path("values").forEach(value -> values.add(value.asString("")));
        return new RuleNode(
                kind,
                object.path("what").asString(""),
                object.path("op").asString(""),
                values,
                object.path("when").asString(""),
                parts);
    }
}
