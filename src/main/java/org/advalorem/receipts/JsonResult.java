package org.advalorem.receipts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** A result in JSON, whose object {@code receipt} says how it was made. */
final class JsonResult {
    private static final String RECEIPT = "receipt.";

    /** What says again how the result was made. */
    private static final Set<String> AGAIN = Set.of("scenario.hash", "scenario.file", "version");

    private final Leaves leaves = new Leaves();

    private JsonResult() {}

    static KeptResult read(String text) throws NoReceiptException {
        JsonResult result = new JsonResult();
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() == null) {
                throw new NoReceiptException("It is empty.");
            }
            result.value("", parser);
        } catch (JacksonException e) {
            throw new NoReceiptException("It is no JSON: " + e.getOriginalMessage());
        }
        Map<String, String> receipt = new LinkedHashMap<>();
        List<Leaf> values = new ArrayList<>();
        for (Leaf leaf : result.leaves.all()) {
            if (leaf.path().startsWith(RECEIPT)) {
                receipt.put(leaf.path().substring(RECEIPT.length()), leaf.text());
            } else if (!AGAIN.contains(leaf.path())) {
                values.add(leaf);
            }
        }
        List<String> command = new ArrayList<>();
        for (int i = 0; receipt.containsKey("command[" + i + "]"); i++) {
            command.add(receipt.getOrDefault("command[" + i + "]", ""));
        }
        if (command.isEmpty()) {
            throw new NoReceiptException("It has no receipt with the command that made it.");
        }
        return new KeptResult(
                KeptResult.Kind.JSON,
                new Made(
                        receipt.getOrDefault("version", ""),
                        command,
                        Optional.ofNullable(receipt.get("hash")),
                        Optional.ofNullable(receipt.get("results")),
                        Optional.ofNullable(receipt.get("inputs")),
                        Optional.ofNullable(receipt.get("folder"))),
                values);
    }

    private void value(String path, JsonParser parser) throws NoReceiptException {
        switch (parser.currentToken()) {
            case START_OBJECT -> {
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String name = parser.currentName();
                    parser.nextToken();
                    value(path.isEmpty() ? name : path + "." + name, parser);
                }
            }
            case START_ARRAY -> {
                for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
                    value(path + "[" + i + "]", parser);
                }
            }
            case VALUE_NULL -> {}
            default -> leaves.add(path, parser.getString());
        }
    }
}
