import java.util.*;
import java.util.regex.*;

/** A reader of JSON text, which Java does not have; it returns each value as a record has it. */
final class Json {
    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][-+]?[0-9]+)?");
    private static final Pattern HEX = Pattern.compile("u([0-9a-fA-F]{4})");
    private static final String ESCAPED = "\"\\/\b\f\n\r\t", ESCAPES = "\"\\/bfnrt";

    private final String text;
    private final String path;
    private int at = 0;

    Json(String text, String path) {
        this.text = text;
        this.path = path;
    }

    /** Returns the only value of the text. */
    String document() {
        String value = value(1);
        if (takes("") && at < text.length()) {
            throw wrong();
        }
        return value;
    }

    /** Returns the number of a metric, also of a string's content. */
    String number() {
        String content = takes("\"") ? string() : null;
        if (content != null && takes("") && at < text.length()) {
            throw wrong();
        }
        String value = content == null ? document() : new Json(content, path).document();
        if (!value.matches("[-0-9].*")) {
            throw new Kestra.Refused(path + ": expected a number, got " + value);
        }
        return value;
    }

    private String value(int depth) {
        if (takes("\"")) {
            return Kestra.storable(string(), path);
        }
        for (String word : List.of("null", "true", "false")) {
            if (takes(word)) {
                return word;
            }
        }
        if (takes("[") || takes("{")) {
            return container(depth, text.charAt(at - 1) == '{');
        }
        var number = NUMBER.matcher(text).region(at, text.length());
        if (!number.lookingAt()) {
            throw wrong();
        }
        at = number.end();
        return Kestra.number(number.group(), path);
    }

    /** Of equal names the last value stays, in the position of the first. */
    private String container(int depth, boolean isObject) {
        if (depth > 998) {
            throw new Kestra.Refused(path + ": expected at most 1000 levels of nesting in a line");
        }
        var members = new LinkedHashMap<Object, String>();
        while (!takes(isObject ? "}" : "]")) {
            if (!members.isEmpty() && !takes(",") || isObject && !takes("\"")) {
                throw wrong();
            }
            String name = isObject ? Kestra.storable(string(), path) + ":" : "";
            if (isObject && !takes(":")) {
                throw wrong();
            }
            members.put(isObject ? name : members.size(), name + value(depth + 1));
        }
        String inner = String.join(",", members.values());
        return isObject ? "{" + inner + "}" : "[" + inner + "]";
    }

    /** Returns the content of a string, behind its first quote. */
    private String string() {
        var out = new StringBuilder();
        for (; at < text.length() && text.charAt(at) != '"'; at++) {
            char unit = text.charAt(at);
            if (unit < ' ') {
                throw wrong();
            }
            out.append(unit == '\\' ? escape() : unit);
        }
        if (at++ == text.length()) {
            throw wrong();
        }
        return out.toString();
    }

    /** Returns the character of an escape, and moves to the last of its characters. */
    private char escape() {
        at++;
        var hex = HEX.matcher(text).region(at, text.length());
        if (hex.lookingAt()) {
            at += 4;
            return (char) Integer.parseInt(hex.group(1), 16);
        }
        int index = at < text.length() ? ESCAPES.indexOf(text.charAt(at)) : -1;
        if (index < 0) {
            throw wrong();
        }
        return ESCAPED.charAt(index);
    }

    /** Skips white space; tells whether a token follows, and then skips it, too. */
    private boolean takes(String token) {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        boolean isThere = text.startsWith(token, at);
        at += isThere ? token.length() : 0;
        return isThere;
    }

    private Kestra.Refused wrong() {
        return new Kestra.Refused(path + ": expected JSON, which ends or is wrong at character " + at);
    }
}
