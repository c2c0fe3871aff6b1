import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.*;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An emitter of logs, outputs and metrics, which Driver.java calls. ../../SPECIFICATION.md explains each rule. */
final class Kestra {
    /** A line, and the descriptor that it is for. */
    record Line(int stream, String text) {}

    static final class Refused extends RuntimeException {
        Refused(String reason) {
            super(reason);
        }
    }

    private static final Map<String, String> LEVELS = Map.of("TRACE", "TRACE", "DEBUG", "DEBUG", "INFO", "INFO", "WARN", "WARN",
        "ERROR", "ERROR", "WARNING", "WARN", "CRITICAL", "ERROR", "FATAL", "ERROR");
    private static final String ESCAPED = "\"\\\b\t\n\f\r", ESCAPES = "\"\\btnfr";
    // Whole characters, or the longest starts of one, in bytes as Latin-1: `new String` replaces other parts.
    private static final String THREE = "\\xe0[\\xa0-\\xbf]|[\\xe1-\\xec\\xee\\xef][\\x80-\\xbf]|\\xed[\\x80-\\x9f]";
    private static final String FOUR = "\\xf0[\\x90-\\xbf]|[\\xf1-\\xf3][\\x80-\\xbf]|\\xf4[\\x80-\\x8f]";
    private static final Pattern PART = Pattern.compile("([\\x00-\\x7f]++|[\\xc2-\\xdf][\\x80-\\xbf]|(?:" + THREE
        + ")[\\x80-\\xbf]|(?:" + FOUR + ")[\\x80-\\xbf]{2})|" + THREE + "|(?:" + FOUR + ")[\\x80-\\xbf]?|.", Pattern.DOTALL);

    static String decoded(byte[] bytes) {
        return PART.matcher(new String(bytes, ISO_8859_1)).replaceAll(part -> part.group(1) == null ? "\ufffd"
            : Matcher.quoteReplacement(new String(part.group(1).getBytes(ISO_8859_1), UTF_8)));
    }

    static String quoted(String text) {
        var out = new StringBuilder("\"");
        for (char unit : text.toCharArray()) {
            int index = ESCAPED.indexOf(unit);
            if (index >= 0) {
                out.append('\\').append(ESCAPES.charAt(index));
            } else if (unit > 31 && unit < 127) {
                out.append(unit);
            } else {
                out.append("\\u").append(HexFormat.of().toHexDigits(unit));
            }
        }
        return out.append('"').toString();
    }

    /** Returns the entries of a log: several where Kestra would cut it. */
    private static List<String> entries(String level, byte[] message) {
        var entries = new ArrayList<String>();
        String rest = decoded(message).replace("\0", "\ufffd").replace("\\u0000", "\ufffd");
        do {
            int end = Math.min(rest.length(), 15_360);
            if (end < rest.length() && Character.isHighSurrogate(rest.charAt(end - 1))) {
                end--; // not between the halves of a pair
            }
            entries.add("{\"level\":\"" + level + "\",\"message\":" + quoted(rest.substring(0, end)) + "}");
            rest = rest.substring(end);
        } while (!rest.isEmpty());
        return entries;
    }

    /** Returns the line of some logs, a level and a message each. */
    static Line logs(List<byte[]> words) {
        var entries = new ArrayList<String>();
        int stream = 1;
        for (int index = 0; index < words.size(); index += 2) {
            String name = decoded(words.get(index));
            String level = name.matches("[A-Za-z]+") ? LEVELS.get(name.toUpperCase(Locale.ROOT)) : null;
            if (level == null) {
                throw new Refused("level: expected TRACE, DEBUG, INFO, WARN or ERROR, got " + quoted(name));
            }
            stream = level.equals("WARN") || level.equals("ERROR") ? 2 : stream;
            entries.addAll(entries(level, words.get(index + 1)));
        }
        return new Line(stream, framed("{\"logs\":[" + String.join(",", entries) + "]}"));
    }

    static Line outputs(String members) {
        return new Line(1, framed("{\"outputs\":" + members + "}"));
    }

    static Line metric(String kind, String name, String value, String tags) {
        String path = kind + " " + quoted(name);
        if (name.isEmpty()) {
            throw new Refused(kind + ": name: expected a non-empty string");
        }
        double size = Double.parseDouble(value);
        if (Double.isInfinite(size) || kind.equals("timer") && Math.abs(size) > 9e9) {
            throw new Refused(path + ": value: expected a number in its range, got " + value);
        }
        return new Line(1, framed("{\"metrics\":[{\"name\":" + storable(name, path) + ",\"type\":\"" + kind + "\",\"value\":" + value
            + ",\"tags\":" + tags + "}]}"));
    }

    private static String framed(String payload) {
        return "::" + payload.replace("::{", "::\\u007b") + "::\n"; // a brace after two colons is in a string
    }

    /** Returns a string of data as JSON. */
    static String storable(String text, String path) {
        if (text.length() > 20_000_000) {
            throw new Refused(path + ": expected a string of at most 20000000 UTF-16 units");
        }
        if (text.contains("\0") || text.contains("\\u0000") || !UTF_8.newEncoder().canEncode(text)) {
            throw new Refused(path + ": expected a string without U+0000, the six characters \\u0000 and lone surrogates");
        }
        return quoted(text);
    }

    /** An integer keeps its digits; a fraction has the fewest of the same double, and no exponent from 1e-6 to below 1e21. */
    static String number(String text, String path) {
        if (text.matches("-?[0-9]+")) {
            if (text.replace("-", "").length() > 1000) {
                throw new Refused(path + ": expected a number of at most 1000 digits");
            }
            return text.equals("-0") ? "0" : text;
        }
        double value = Double.parseDouble(text);
        if (Double.isInfinite(value)) {
            throw new Refused(path + ": expected a number in the range of a double");
        }
        if (value == 0) {
            return text.startsWith("-") ? "-0.0" : "0.0";
        }
        var decimal = BigDecimal.ZERO; // not Double.toString, which writes two digits at least: 4.9E-324
        for (int digits = 1; decimal.doubleValue() != value; digits++) {
            decimal = new BigDecimal(value).round(new MathContext(digits));
        }
        String digits = decimal.unscaledValue().abs().toString().replaceFirst("0+$", "");
        int point = decimal.precision() - decimal.scale(); // the number is 0.digits times 10 to this power
        if (point <= -6 || point > 21) {
            return (value < 0 ? "-" : "") + digits.replaceFirst("(.)(.+)", "$1.$2") + "e%+d".formatted(point - 1);
        }
        String plain = decimal.toPlainString();
        return plain.contains(".") ? plain : plain + ".0";
    }

    /** Writes a line at once: its first 8,192 bytes by one write. */
    static void write(Line line) throws IOException {
        new FileOutputStream(line.stream() == 1 ? FileDescriptor.out : FileDescriptor.err).write(line.text().getBytes(ISO_8859_1));
    }
}
