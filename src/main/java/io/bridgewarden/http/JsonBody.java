package io.bridgewarden.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.documents.Json;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lets requests pass whose headers promise JSON that can be read here. */
final class JsonBody implements Handler<RoutingContext> {
    private static final Pattern JSON = Pattern.compile(
            "application/(?:[a-z0-9!#$&^_.+-]+\\+)?json\\s*(?:;\\s*charset\\s*=\\s*\"?utf-?8\"?\\s*)?;?",
            Pattern.CASE_INSENSITIVE);

    @Override
    public void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        if (type == null || !isJson(type)) {
            throw ProblemType.UNSUPPORTED_MEDIA_TYPE
                    .because("`Content-Type: application/json` is expected, in UTF-8; it is " + given(type))
                    .asException();
        }
        String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !encoding.strip().equalsIgnoreCase("identity")) {
            throw ProblemType.UNSUPPORTED_MEDIA_TYPE
                    .because("the body is expected without `Content-Encoding`; it has `%s`".formatted(encoding))
                    .asException();
        }
        context.next();
    }

    /** The object that the body is. */
    static ObjectNode read(RoutingContext context) {
        return Json.readObject(Body.of(context));
    }

    private static boolean isJson(String type) {
        return type.equals(Responses.JSON) || JSON.matcher(type.strip()).matches();
    }

    private static String given(@Nullable String type) {
        return type == null ? "missing" : "`%s`".formatted(type);
    }
}
