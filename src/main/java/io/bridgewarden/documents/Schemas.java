package io.bridgewarden.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.FailFastAssertionException;
import com.networknt.schema.Format;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationContext;
import com.networknt.schema.ValidationMessage;
import io.bridgewarden.documents.Problem.Violation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * The JSON Schemas (draft 2020-12) of the documents that cross the service's boundary. Checks a document and says what
 * is wrong with it, each mistake once, at its place and in words. Safe to share between threads.
 */
public final class Schemas {
    /** Most mistakes that are told of one document. */
    public static final int MAX_VIOLATIONS = 100;

    // Larger documents are told their first mistake only: collecting costs memory and the time of others for each.
    private static final int COLLECT_UP_TO = 2_000;
    private static final String BASE = "resource:/schemas/";
    private static final List<String> ANNOTATIONS =
            List.of("x-expected", "x-expected-of", "x-inert", "x-reader", "x-type", "x-unit");
    // Without hour 24 and second 60, which some readers of instants take and others do not.
    private static final Pattern RFC_3339 = Pattern.compile(
            "\\d{4}-\\d\\d-\\d\\d[Tt]([01]\\d|2[0-3])(:[0-5]\\d){2}" + "(\\.\\d{1,9})?([Zz]|[+-]\\d\\d:\\d\\d)");

    private final ObjectNode byFile = Json.mapper().createObjectNode();
    private final Map<String, Entry> byName = new TreeMap<>();

    private record Entry(String file, JsonSchema compiled) {}

    private Schemas() {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String file : new String(resource("index.txt"), StandardCharsets.UTF_8)
                .lines()
                .toList()) {
            byte[] bytes = resource(file);
            texts.put(BASE + file, new String(bytes, StandardCharsets.UTF_8));
            byFile.set(file, Json.read(bytes));
        }
        JsonMetaSchema draft = JsonMetaSchema.getV202012();
        JsonMetaSchema ours = JsonMetaSchema.builder(draft.getIri(), draft)
                .keywords(ANNOTATIONS.stream().map(NonValidationKeyword::new).toList())
                .formats(List.of(
                        new TextFormat("date-time", Schemas::isInstant),
                        new TextFormat("regex", Schemas::isExpression)))
                .build();
        JsonSchemaFactory factory = JsonSchemaFactory.builder(JsonSchemaFactory.getInstance(VersionFlag.V202012))
                .metaSchema(ours)
                .schemaLoaders(loaders -> loaders.schemas(texts))
                .build();
        SchemaValidatorsConfig config = SchemaValidatorsConfig.builder()
                .pathType(PathType.JSON_POINTER)
                .formatAssertionsEnabled(true)
                .build();
        byFile.fieldNames().forEachRemaining(file -> {
            JsonSchema schema = factory.getSchema(SchemaLocation.of(BASE + file), config);
            schema.initializeValidators();
            byName.put(name(file), new Entry(file, schema));
        });
    }

    /** The schemas that come with the service. */
    public static Schemas shipped() {
        return Shipped.SCHEMAS;
    }

    /** The names of all schemas, such as {@code bridge-request}, in order. */
    public Set<String> names() {
        return Collections.unmodifiableSet(byName.keySet());
    }

    /**
     * The schema itself. Shared, not to be changed.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public JsonNode schema(String name) {
        return byFile.path(entry(name).file());
    }

    /**
     * Checks a document.
     *
     * @throws ProblemException {@code invalid-request} (422) with each mistake, if there is one
     * @throws IllegalArgumentException if there is no schema of that name
     */
    public void check(String name, JsonNode document) {
        List<Violation> violations = violations(name, document, "#");
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations).asException();
        }
    }

    /**
     * The mistakes of a document, which may be part of another.
     *
     * @param at pointer to the document in the whole, {@code #/config}; {@code #} if it is the whole
     * @return at most {@link #MAX_VIOLATIONS}, in the order of the schema; empty if the document is right
     * @throws IllegalArgumentException if there is no schema of that name
     */
    public List<Violation> violations(String name, JsonNode document, String at) {
        Entry entry = entry(name);
        Set<ValidationMessage> messages = validate(entry.compiled(), document, true);
        if (messages.isEmpty()) {
            return List.of();
        }
        if (count(document, 0) < COLLECT_UP_TO) {
            messages = validate(entry.compiled(), document, false);
        }
        return new Mistakes(byFile, entry.file(), document).of(messages, at);
    }

    private static Set<ValidationMessage> validate(JsonSchema schema, JsonNode document, boolean firstOnly) {
        try {
            return schema.validate(document, (ExecutionContext context) -> context.setFailFast(firstOnly));
        } catch (FailFastAssertionException e) {
            return e.getValidationMessages();
        }
    }

    private static int count(JsonNode node, int before) {
        int count = before + 1;
        for (JsonNode child : node) {
            if (count >= COLLECT_UP_TO) {
                return count;
            }
            count = count(child, count);
        }
        return count;
    }

    private Entry entry(String name) {
        Entry entry = byName.get(name);
        if (entry == null) {
            throw new IllegalArgumentException("there is no schema `" + name + "`");
        }
        return entry;
    }

    private static String name(String file) {
        return file.replaceFirst("(\\.schema)?\\.json$", "");
    }

    private static byte[] resource(String file) {
        try (InputStream stream = Schemas.class.getResourceAsStream("/schemas/" + file)) {
            if (stream == null) {
                throw new IllegalStateException("the schema file `" + file + "` is not on the class path");
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isInstant(String text) {
        if (!RFC_3339.matcher(text).matches()) {
            return false;
        }
        try {
            Instant unused = Instant.parse(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isExpression(String text) {
        try {
            Pattern unused = Pattern.compile(text);
            return true;
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    private record TextFormat(String name, Predicate<String> test) implements Format {
        @Override
        public String getName() {
            return name;
        }

        @Override
        public boolean matches(ExecutionContext execution, ValidationContext validation, String value) {
            return test.test(value);
        }
    }

    private static final class Shipped {
        static final Schemas SCHEMAS = new Schemas();
    }
}
