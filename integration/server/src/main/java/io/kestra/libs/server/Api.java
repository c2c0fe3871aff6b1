package io.kestra.libs.server;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.kestra.core.exceptions.InputOutputValidationException;
import io.kestra.core.models.Label;
import io.kestra.core.models.executions.Execution;
import io.kestra.core.models.executions.TaskRun;
import io.kestra.core.models.flows.Flow;
import io.kestra.core.queues.DispatchQueueInterface;
import io.kestra.core.repositories.ExecutionRepositoryInterface;
import io.kestra.core.repositories.FlowRepositoryInterface;
import io.kestra.core.runners.FlowInputOutput;
import io.kestra.core.serializers.JacksonMapper;
import io.kestra.core.services.ExecutionLogService;
import io.kestra.core.services.ExecutionOutputService;
import io.kestra.core.services.TaskOutputService;
import io.kestra.core.tenant.TenantService;

import io.micronaut.context.ApplicationContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.MediaType;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.http.multipart.CompletedPart;
import jakarta.validation.ConstraintViolationException;
import reactor.core.publisher.Flux;

/**
 * The four paths of Kestra's API that a client of flows uses, as its OpenAPI document describes them.
 *
 * <p>Kestra's web server is not on Maven Central. Here only HTTP is ours: what an input becomes, and what an execution,
 * its logs and its outputs look like, is decided by Kestra's own classes.
 */
final class Api {
    private static final String TENANT = TenantService.MAIN_TENANT;

    private static final Pattern PATH = Pattern.compile("/api/v1(?:/main)?/(executions|logs|outputs)/([^/]+)(?:/([^/]+))?");

    private static final Pattern NAMES = Pattern.compile("(?<=[ ;])(name|filename)=\"([^\"]*)\"");

    private final ObjectMapper mapper = JacksonMapper.ofJson();

    private final ApplicationContext context;

    private final HttpServer server;

    Api(ApplicationContext context) throws IOException {
        this.context = context;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        int status = 200;
        byte[] body;
        try (exchange) {
            try {
                body = answer(exchange);
            } catch (NoSuchElementException error) {
                status = 404;
                body = json(Map.of("message", "Not Found: " + error.getMessage()));
            } catch (ConstraintViolationException | InputOutputValidationException error) {
                status = 422;
                body = json(Map.of("message", "Invalid entity: " + error.getMessage()));
            } catch (Exception error) {
                status = 500;
                body = json(Map.of("message", error.toString()));
            }
            exchange.getResponseHeaders().add("Content-Type", body[0] == '{' ? "application/json" : "text/plain");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private byte[] answer(HttpExchange exchange) throws Exception {
        Matcher path = PATH.matcher(exchange.getRequestURI().getPath());
        if (!path.matches()) {
            throw new NoSuchElementException(exchange.getRequestURI().getPath());
        }
        if (exchange.getRequestMethod().equals("POST")) {
            return json(start(exchange, path.group(2), path.group(3)));
        }
        Execution execution = context.getBean(ExecutionRepositoryInterface.class)
            .findById(TENANT, path.group(2))
            .orElseThrow(() -> new NoSuchElementException("execution " + path.group(2)));
        return switch (path.group(1)) {
            case "executions" -> json(describe(execution));
            case "outputs" -> json(outputs(execution, path.group(3)));
            default -> logs(execution);
        };
    }

    private byte[] json(Object value) throws IOException {
        return mapper.writeValueAsBytes(value);
    }

    private Map<String, Object> start(HttpExchange exchange, String namespace, String id) throws Exception {
        Flow flow = context.getBean(FlowRepositoryInterface.class)
            .findById(TENANT, namespace, id)
            .orElseThrow(() -> new NoSuchElementException("flow " + namespace + "." + id));
        Execution created = Execution.newExecution(flow, labels(exchange.getRequestURI().getRawQuery()));
        Map<String, Object> inputs = context.getBean(FlowInputOutput.class)
            .readExecutionInputs(flow, created, Flux.fromIterable(parts(exchange)))
            .block();
        Execution execution = created.withInputs(inputs);
        context.<DispatchQueueInterface<Execution>>getBean(queue()).emit(execution);
        Map<String, Object> answer = describe(execution);
        answer.put("url", "/ui/" + TENANT + "/executions/" + namespace + "/" + id + "/" + execution.getId());
        return answer;
    }

    @SuppressWarnings("unchecked")
    private static Argument<DispatchQueueInterface<Execution>> queue() {
        return (Argument<DispatchQueueInterface<Execution>>) (Argument<?>) Argument.of(DispatchQueueInterface.class, Execution.class);
    }

    private static List<Label> labels(String query) {
        List<Label> labels = new ArrayList<>();
        for (String parameter : Optional.ofNullable(query).orElse("").split("&")) {
            if (parameter.startsWith("labels=")) {
                String[] label = URLDecoder.decode(parameter.substring(7), StandardCharsets.UTF_8).split(":", 2);
                labels.add(new Label(label[0], label[1]));
            }
        }
        return labels;
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> describe(Execution execution) throws Exception {
        Map<String, Object> members = new LinkedHashMap<>(mapper.convertValue(execution, Map.class));
        members.put("tenantId", TENANT);
        if (execution.getState().isTerminated()) {
            members.put("outputs", context.getBean(ExecutionOutputService.class).getOutputs(execution));
        }
        return members;
    }

    private Map<String, Object> outputs(Execution execution, String taskRunId) throws Exception {
        for (TaskRun taskRun : execution.getTaskRunList()) {
            if (taskRun.getId().equals(taskRunId)) {
                return context.getBean(TaskOutputService.class).getOutputs(taskRun);
            }
        }
        throw new NoSuchElementException("task run " + taskRunId);
    }

    private byte[] logs(Execution execution) throws IOException {
        try (InputStream logs = context.getBean(ExecutionLogService.class)
            .getExecutionLogsAsStream(TENANT, execution.getId(), null, null, null, null, true)) {
            byte[] text = logs.readAllBytes();
            return text.length == 0 ? new byte[] { '\n' } : text;
        }
    }

    /** Reads a form; a part with a file name is a file, as for Kestra's web server. */
    private static List<CompletedPart> parts(HttpExchange exchange) throws IOException {
        String type = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type")).orElse("");
        byte[] body = exchange.getRequestBody().readAllBytes();
        List<CompletedPart> parts = new ArrayList<>();
        if (type.contains("boundary=")) {
            String boundary = "\r\n--" + type.substring(type.indexOf("boundary=") + 9).replace("\"", "");
            String text = "\r\n" + new String(body, StandardCharsets.ISO_8859_1); // one character for each byte
            for (String part : text.substring(text.indexOf(boundary) + boundary.length()).split(Pattern.quote(boundary))) {
                int end = part.indexOf("\r\n\r\n");
                if (end > 0) {
                    parts.add(part(part.substring(0, end), part.substring(end + 4)));
                }
            }
        }
        return parts;
    }

    private static CompletedPart part(String head, String content) {
        Map<String, String> names = new LinkedHashMap<>();
        NAMES.matcher(head).results().forEach(it -> names.put(it.group(1), utf8(it.group(2))));
        byte[] bytes = content.getBytes(StandardCharsets.ISO_8859_1);
        String filename = names.get("filename");
        return filename == null ? new Text(names.get("name"), bytes) : new File(names.get("name"), filename, bytes);
    }

    private static String utf8(String text) {
        return new String(text.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private interface Part extends CompletedPart {
        byte[] content();

        String name();

        @Override
        default String getName() {
            return name();
        }

        @Override
        default InputStream getInputStream() {
            return new ByteArrayInputStream(content());
        }

        @Override
        default byte[] getBytes() {
            return content();
        }

        @Override
        default ByteBuffer getByteBuffer() {
            return ByteBuffer.wrap(content());
        }

        @Override
        default Optional<MediaType> getContentType() {
            return Optional.empty();
        }
    }

    private record Text(String name, byte[] content) implements Part {
    }

    private record File(String name, String filename, byte[] content) implements Part, CompletedFileUpload {
        @Override
        public String getName() {
            return name;
        }

        @Override
        public Optional<MediaType> getContentType() {
            return Optional.empty();
        }

        @Override
        public String getFilename() {
            return filename;
        }

        @Override
        public long getSize() {
            return content.length;
        }

        @Override
        public long getDefinedSize() {
            return content.length;
        }

        @Override
        public boolean isComplete() {
            return true;
        }
    }
}
