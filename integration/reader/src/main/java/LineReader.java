import ch.qos.logback.classic.Level;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.kestra.core.assets.AssetManagerFactory;
import io.kestra.core.metrics.MetricConfig;
import io.kestra.core.metrics.MetricRegistry;
import io.kestra.core.models.executions.AbstractMetricEntry;
import io.kestra.core.models.executions.LogEntry;
import io.kestra.core.models.executions.metrics.Timer;
import io.kestra.core.models.tasks.runners.DefaultLogConsumer;
import io.kestra.core.models.tasks.runners.TaskLogLineMatcher;
import io.kestra.core.runners.AssetEmit;
import io.kestra.core.runners.DefaultRunContext;
import io.kestra.core.runners.RunContext;
import io.kestra.core.runners.RunContextLogger;
import io.kestra.core.serializers.JacksonMapper;
import io.kestra.plugin.core.runner.Process;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.micronaut.context.ApplicationContext;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passes the output of scripts to the classes with which Kestra's worker reads it, and reports the result of each line.
 *
 * <p>Standard input is one frame for each run of a script: two lengths in bytes, of 32 bits, big-endian, then the
 * bytes of its stdout and of its stderr. Standard output is one line of ASCII JSON for each frame, in that order;
 * `run` in `integration/support/reader.py` describes its members. Every run has its own context and metric registry.
 *
 * <p>Kestra's code reads, decodes, matches, parses, cuts and adds up. Ours replaces what surrounds it in a worker: the
 * application context, which it asks for two things, the queue for logs, and the registry for metrics, which is that of
 * Prometheus with {@code -Dprometheus=true}.
 */
public final class LineReader {
    private static final boolean PROMETHEUS = Boolean.getBoolean("prometheus");
    private static final Map<String, Object> VARIABLES = Map.of(
        "flow", Map.of("id", "flow", "namespace", "namespace", "tenantId", "main"),
        "task", Map.of("id", "task", "type", "io.kestra.plugin.scripts.python.Script"));
    private static final LogEntry LOG_ENTRY =
        LogEntry.builder().namespace("namespace").flowId("flow").taskId("task").build();

    // An answer may hold the deepest payload inside its own levels; lone surrogates can be written only as escapes.
    private static final ObjectMapper ANSWERS = JsonMapper
        .builder(JsonFactory.builder()
            .streamWriteConstraints(StreamWriteConstraints.builder().maxNestingDepth(Integer.MAX_VALUE).build())
            .build())
        .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
        .build();

    // Kestra's mapper cannot write Java's first and last instants, which an asset may have.
    private static final ObjectMapper ASSETS = JacksonMapper.ofJson().copy()
        .registerModule(new SimpleModule().addSerializer(Instant.class, ToStringSerializer.instance));

    private final DefaultRunContext context;
    private final List<Line> lines = new ArrayList<>();
    private final Map<String, Object> outputs = new LinkedHashMap<>();
    private final Metrics metrics = new Metrics();
    private final Consumer consumer;
    private Line line;

    public static void main(String[] arguments) throws Exception {
        var frames = new DataInputStream(new BufferedInputStream(System.in, 1 << 16));
        var answers = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16);
        System.setOut(System.err);
        // Kestra forwards each log of a task to its server's log.
        ((ch.qos.logback.classic.Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.OFF);
        while (true) {
            int stdout;
            try {
                stdout = frames.readInt();
            } catch (EOFException end) {
                return;
            }
            int stderr = frames.readInt();
            var reader = new LineReader();
            reader.read(frames.readNBytes(stdout), false);
            reader.read(frames.readNBytes(stderr), true);
            answers.write(ANSWERS.writeValueAsBytes(reader.answer()));
            answers.write('\n');
            if (frames.available() == 0) {
                answers.flush();
            }
        }
    }

    private LineReader() throws Exception {
        context = new DefaultRunContext.Builder()
            .withApplicationContext(standIn(ApplicationContext.class, this::bean))
            .withMeterRegistry(metricRegistry())
            .withVariables(VARIABLES)
            .withLogger(logger())
            .withAssetManagerFactory(new AssetManagerFactory())
            .build();
        set(context, "metrics", metrics);
        consumer = new Consumer();
    }

    /** The application context, as far as Kestra's reading needs it; an exception would look like one of Kestra's. */
    private Object bean(Object proxy, Method method, Object[] given) {
        if (method.getName().equals("getBean") && given[0] == TaskLogLineMatcher.class) {
            return new Matcher();
        }
        if (method.getName().equals("getProperty") && given[0].equals("kestra.server-type")) {
            return Optional.of("WORKER");
        }
        throw new AssertionError(method + " " + Arrays.toString(given));
    }

    /** The log queue, which gets a list of entries for each log; it is a queue in 1.3 and an emitter in 2.0. */
    private RunContextLogger logger() throws Exception {
        Constructor<?> constructor = Arrays.stream(RunContextLogger.class.getConstructors())
            .filter(candidate -> candidate.getParameterCount() == 4)
            .findFirst().orElseThrow();
        Object queue = standIn(constructor.getParameterTypes()[0], (proxy, method, given) -> {
            @SuppressWarnings("unchecked")
            var entries = (List<LogEntry>) given[0];
            line.log(entries);
            return null;
        });
        return (RunContextLogger) constructor.newInstance(queue, LOG_ENTRY, null, false);
    }

    private static MetricRegistry metricRegistry() throws Exception {
        MeterRegistry meters =
            PROMETHEUS ? new PrometheusMeterRegistry(PrometheusConfig.DEFAULT) : new SimpleMeterRegistry();
        Constructor<?> constructor = MetricRegistry.class.getConstructors()[0];
        if (constructor.getParameterCount() == 2) {
            return (MetricRegistry) constructor.newInstance(meters, new MetricConfig());
        }
        // In 1.3 the two are injected fields.
        var registry = (MetricRegistry) constructor.newInstance();
        set(registry, "meterRegistry", meters);
        set(registry, "metricConfig", new MetricConfig());
        return registry;
    }

    private static <T> T standIn(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(LineReader.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static void set(Object object, String name, Object value) throws ReflectiveOperationException {
        Field field = object.getClass().getDeclaredField(name);
        field.setAccessible(true);
        field.set(object, value);
    }

    /** Reads a stream to its end, or to the line at which Kestra stops. */
    private void read(byte[] stream, boolean isStdErr) {
        consumer.isStopped = false;
        try {
            new Process.LogRunnable(new ByteArrayInputStream(stream), consumer, isStdErr) {}.run();
        } catch (StackOverflowError ignored) {
            // This ends Kestra's reading thread, and is the reason of the last line.
        }
    }

    private Map<String, Object> answer() {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("lines", lines.stream().map(Line::answer).toList());
        answer.put("outputs", outputs);
        answer.put("metrics", metrics.stream().map(LineReader::answer).toList());
        return answer;
    }

    private static Map<String, Object> answer(AbstractMetricEntry<?> metric) {
        if (metric == null) {
            return null;
        }
        var answer = new LinkedHashMap<String, Object>();
        answer.put("type", metric.getType());
        answer.put("name", metric.getName());
        if (metric instanceof Timer timer) {
            answer.put("nanoseconds", nanoseconds(timer.getValue()));
        } else {
            answer.put("value", metric.getValue());
        }
        answer.put("tags", metric.getTags());
        answer.put("timestamp", text(metric.getTimestamp()));
        return answer;
    }

    /** {@link Duration#toNanos} fails when a long overflows. */
    private static BigInteger nanoseconds(Duration duration) {
        return duration == null ? null : BigInteger.valueOf(duration.getSeconds())
            .multiply(BigInteger.valueOf(1_000_000_000)).add(BigInteger.valueOf(duration.getNano()));
    }

    private static String text(Instant instant) {
        return instant == null ? null : instant.toString();
    }

    /** The result of one line. */
    private static final class Line {
        private final String stream;
        private final String text;
        private String verdict = "plain";
        private final List<Map<String, Object>> logs = new ArrayList<>();
        private Map<String, Object> outputs = Map.of();
        private final List<Map<String, Object>> metrics = new ArrayList<>();
        private AssetEmit assets;
        private String reason;
        private final List<String> warnings = new ArrayList<>();

        private Line(String text, boolean isStdErr) {
            this.stream = isStdErr ? "stderr" : "stdout";
            this.text = text;
        }

        /** Takes the entries of one log: the pieces of its message, or Kestra's own warning with its stack trace. */
        private void log(List<LogEntry> entries) {
            if (entries.isEmpty()) { // a log without a message
                return;
            }
            LogEntry first = entries.getFirst();
            List<String> pieces = entries.stream()
                .filter(entry -> entry.getLevel() == first.getLevel())
                .map(LogEntry::getMessage)
                .collect(Collectors.toList());
            if (pieces.size() < entries.size()) { // only a stack trace has another level
                warnings.add(String.join("", pieces));
                return;
            }
            var log = new LinkedHashMap<String, Object>();
            log.put("level", first.getLevel());
            log.put("message", String.join("", pieces));
            log.put("timestamp", text(first.getTimestamp()));
            if (pieces.size() > 1) {
                log.put("cut", pieces);
            }
            logs.add(log);
        }

        private Map<String, Object> answer() {
            var answer = new LinkedHashMap<String, Object>();
            answer.put("stream", stream);
            answer.put("text", text);
            answer.put("verdict", verdict);
            answer.put("logs", logs);
            answer.put("outputs", outputs);
            answer.put("metrics", metrics);
            answer.put("assets", assets == null ? null : ASSETS.<JsonNode>valueToTree(assets));
            answer.put("reason", reason);
            answer.put("warnings", warnings);
            return answer;
        }
    }

    /** Passes each line to Kestra's own consumer, and keeps the results apart. */
    private final class Consumer extends DefaultLogConsumer {
        private boolean isStopped;

        private Consumer() {
            super(context);
        }

        @Override
        public void accept(String text, Boolean isStdErr) {
            if (isStopped) { // Not a line of the script, but Kestra's log of why it stopped.
                if (text != null) {
                    line.warnings.add(text);
                }
                return;
            }
            line = new Line(text, isStdErr);
            lines.add(line);
            getOutputs().clear();
            try {
                super.accept(text, isStdErr);
            } catch (Throwable error) {
                isStopped = true;
                line.verdict = "fatal";
                line.reason = error.toString();
                throw error;
            }
            line.outputs = new LinkedHashMap<>(getOutputs());
            LineReader.this.outputs.putAll(line.outputs); // the consumer has its own outputs
        }
    }

    /** Kestra's own payload matcher, observed. */
    private final class Matcher extends TaskLogLineMatcher {
        @Override
        public Optional<TaskLogMatch> matches(String text, Logger logger, RunContext context, Instant instant)
            throws IOException {
            try {
                var match = super.matches(text, logger, context, instant);
                line.verdict = match.isPresent() ? "record" : "plain";
                return match;
            } catch (IOException error) {
                line.verdict = "invalid";
                line.reason = error.getMessage();
                throw error;
            }
        }

        @Override
        protected TaskLogMatch handle(
            Logger logger, RunContext context, Instant instant, TaskLogMatch match, String data) {
            line.assets = match.assets();
            return super.handle(logger, context, instant, match, data);
        }
    }

    /** The list in which the context adds up its metrics; it looks each metric up first, so we see it as it was read. */
    private final class Metrics extends ArrayList<AbstractMetricEntry<?>> {
        @Override
        public int indexOf(Object metric) {
            line.metrics.add(LineReader.answer((AbstractMetricEntry<?>) metric));
            return super.indexOf(metric);
        }
    }
}
