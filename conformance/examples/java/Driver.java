// The driver of Kestra.java: java Driver.java log INFO "Hello World!", and java Driver.java --batch. Java 25 needs no class.

import java.nio.charset.StandardCharsets;

record Answer(int status, int stream, String text) {}

void main(String[] arguments) {
    // A thread, because JSON of 1,000 levels needs more than the main thread's stack.
    new Thread(null, () -> run(arguments), "driver", 64 << 20).start();
}

void run(String[] arguments) {
    if (List.of(arguments).equals(List.of("--batch"))) {
        for (String call; (call = IO.readln()) != null;) {
            IO.println(batched(answer(words(call))));
        }
        return;
    }
    var words = words(arguments);
    var answer = answer(words);
    try {
        Kestra.write(new Kestra.Line(answer.stream, answer.text));
    } catch (IOException error) {
        if (!Kestra.decoded(words.getFirst()).startsWith("log")) { // a log does not fail its caller
            System.err.println(error);
            System.exit(1);
        }
    }
    System.exit(answer.status);
}

/** Returns the arguments as bytes: Linux has what Java's launcher has decoded. */
List<byte[]> words(String[] arguments) {
    try {
        String line = Files.readString(Path.of("/proc/self/cmdline"), StandardCharsets.ISO_8859_1);
        var all = List.of(line.split("\0", -1)); // the last is empty
        var words = all.subList(all.size() - 1 - arguments.length, all.size() - 1);
        return words.stream().map(word -> word.getBytes(StandardCharsets.ISO_8859_1)).toList();
    } catch (IOException notLinux) {
        return Stream.of(arguments).map(word -> word.getBytes(StandardCharsets.UTF_8)).toList();
    }
}

/** Returns the arguments of a call of the batch mode: a JSON array of strings in base64. */
List<byte[]> words(String call) {
    var strings = Pattern.compile("\"([^\"]*)\"").matcher(call).results();
    return strings.map(string -> Base64.getDecoder().decode(string.group(1))).toList();
}

String batched(Answer answer) {
    String text = Base64.getEncoder().encodeToString(answer.text.getBytes(StandardCharsets.ISO_8859_1));
    String stdout = answer.stream == 1 ? text : "", stderr = answer.stream == 1 ? "" : text;
    return "{\"status\":" + answer.status + ",\"stdout\":\"" + stdout + "\",\"stderr\":\"" + stderr + "\"}";
}

Answer answer(List<byte[]> words) {
    try {
        var line = line(words);
        return new Answer(0, line.stream(), line.text());
    } catch (Kestra.Refused reason) {
        return new Answer(1, 2, Kestra.quoted(reason.getMessage()) + "\n");
    }
}

Kestra.Line line(List<byte[]> words) {
    var texts = new ArrayList<>(words.stream().map(Kestra::decoded).toList());
    String verb = texts.isEmpty() ? "" : texts.removeFirst();
    int count = texts.size();
    if (verb.equals("log") && count == 2 || verb.equals("logs") && count > 0 && count % 2 == 0) {
        return Kestra.logs(words.subList(1, count + 1));
    }
    if (verb.equals("outputs")) {
        return Kestra.outputs(members(texts, verb, true));
    }
    if (List.of("counter", "gauge", "timer").contains(verb) && count > 1) {
        return metric(verb, texts);
    }
    throw new Kestra.Refused("expected log, logs, outputs, counter, gauge or timer, with their arguments");
}

Kestra.Line metric(String kind, List<String> texts) {
    String path = kind + " " + Kestra.quoted(texts.getFirst());
    String value = new Json(texts.get(1), path + ": value").number();
    return Kestra.metric(kind, texts.getFirst(), value, members(texts.subList(2, texts.size()), path + ": tags", false));
}

/** Returns KEY=TEXT and, for outputs, KEY:=JSON as an object. */
String members(List<String> texts, String path, boolean hasJson) {
    var members = new LinkedHashMap<String, String>();
    for (String text : texts) {
        int end = text.indexOf('=');
        boolean isJson = hasJson && end > 0 && text.charAt(end - 1) == ':';
        String key = text.substring(0, Math.max(isJson ? end - 1 : end, 0)), value = text.substring(end + 1);
        if (key.isEmpty() || members.containsKey(key)) {
            throw new Kestra.Refused(path + ": expected KEY=VALUE, each key once, got " + text);
        }
        String place = path + "[" + Kestra.quoted(key) + "]";
        String json = isJson ? new Json(value, place).document() : Kestra.storable(value, place);
        members.put(key, Kestra.storable(key, path) + ":" + json);
    }
    return "{" + String.join(",", members.values()) + "}";
}
