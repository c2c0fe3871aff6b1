package io.kestra.libs.server;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.kestra.core.contexts.KestraContext;
import io.kestra.core.exceptions.FlowProcessingException;
import io.kestra.core.models.executions.Execution;
import io.kestra.core.models.executions.ExecutionKilled;
import io.kestra.core.models.executions.ExecutionKilledExecution;
import io.kestra.core.models.executions.LogEntry;
import io.kestra.core.models.executions.MetricEntry;
import io.kestra.core.models.executions.TaskRun;
import io.kestra.core.queues.BroadcastQueueInterface;
import io.kestra.core.queues.DispatchQueueInterface;
import io.kestra.core.repositories.ExecutionRepositoryInterface;
import io.kestra.core.repositories.LogDataStoreInterface;
import io.kestra.core.repositories.MetricRepositoryInterface;
import io.kestra.core.runners.Executor;
import io.kestra.core.runners.Indexer;
import io.kestra.core.runners.Scheduler;
import io.kestra.core.runners.Worker;
import io.kestra.core.serializers.JacksonMapper;
import io.kestra.core.server.Service;
import io.kestra.core.services.FlowService;
import io.kestra.core.services.TaskOutputService;
import io.kestra.core.storages.NamespaceFactory;
import io.kestra.core.storages.StorageInterface;
import io.kestra.core.tenant.TenantService;
import io.kestra.core.worker.Controller;
import io.kestra.queue.jdbc.client.JdbcQueueClient;

import io.micronaut.context.ApplicationContext;
import io.micronaut.core.type.Argument;
import io.micronaut.data.model.Pageable;
import jakarta.validation.ConstraintViolationException;

/**
 * Kestra's executor, controller, worker, scheduler and indexer in one JVM, on an in-memory database.
 *
 * <p>Requests come on standard input and are answered on standard output, one line of JSON each, and run
 * concurrently: {@code {"request": 1, "flow": "id: …", "timeout": 30.0, "logs": 2, "metrics": 0}}, where {@code logs} and
 * {@code metrics}, the numbers that the scripts are expected to send, may be null; without a timeout the flow is only
 * stored. {@code {"request": 1, "namespace": "company.team", "file": "kestra.sh", "text": "…"}} stores a namespace file.
 * The first answer, {@code {"ready": "2.0.0", "port": 40123}}, means that every service runs, and that the {@link Api}
 * has this port of 127.0.0.1. The only argument is the working directory.
 */
public final class Server {
    private static final String TENANT = TenantService.MAIN_TENANT;

    private static final int WORKER_THREADS = 8;

    private static final long POLL_INTERVAL = 20; // milliseconds, as for the other times here

    private static final long START_LIMIT = 100_000;

    private static final long STOP_LIMIT = 10_000;

    /** How long logs and metrics must not change, with empty queues, until they count as complete. */
    private static final long AT_REST = 400;

    private final ObjectMapper mapper = JacksonMapper.ofJson().copy()
        .configure(JsonWriteFeature.ESCAPE_NON_ASCII.mappedFeature(), true);

    private final PrintStream answers;

    private final ApplicationContext context;

    public static void main(String[] arguments) throws Exception {
        PrintStream answers = System.out;
        System.setOut(System.err); // jOOQ's banner and others print there
        Server server;
        try {
            server = new Server(Path.of(arguments[0]).toAbsolutePath(), answers);
        } catch (Throwable error) {
            error.printStackTrace();
            Runtime.getRuntime().halt(1); // Kestra's threads would keep the process alive
            return;
        }
        BufferedReader requests = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = requests.readLine(); line != null; line = requests.readLine()) {
            Request request = server.mapper.readValue(line, Request.class);
            Thread.startVirtualThread(() -> server.answer(request));
        }
        Runtime.getRuntime().halt(0); // nothing needs to be kept, and Kestra's own shutdown takes seconds
    }

    private Server(Path directory, PrintStream answers) throws IOException {
        this.answers = answers;
        Map<String, Object> properties = Map.of("test-server.directory", directory.toString(), "test-server.port", freePort());
        context = ApplicationContext.builder().properties(properties).start();
        Executor executor = context.getBean(Executor.class);
        Controller controller = context.getBean(Controller.class);
        Worker worker = context.getBean(Worker.class);
        Scheduler scheduler = context.getBean(Scheduler.class);
        Indexer indexer = context.getBean(Indexer.class);
        List<Runnable> starts = List.of(
            executor, controller::start, () -> worker.start(WORKER_THREADS), scheduler, indexer
        );
        starts.forEach(start -> new Thread(start).start());
        List<Service> services = List.of(executor, controller, worker, scheduler, indexer);
        BooleanSupplier allRun = () -> services.stream().allMatch(it -> it.getState() == Service.ServiceState.RUNNING);
        if (!await(START_LIMIT, allRun)) {
            throw new IllegalStateException("Kestra's services did not start within " + START_LIMIT + " ms");
        }
        send(Map.of("ready", KestraContext.getContext().getVersion(), "port", new Api(context).port()));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    public record Request(
        long request, String flow, Double timeout, Integer logs, Integer metrics,
        String namespace, String file, String text
    ) {
    }

    private void answer(Request request) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("request", request.request());
        try {
            answer.putAll(request.file() == null ? run(request) : storeFile(request));
        } catch (FlowProcessingException | ConstraintViolationException error) {
            answer.put("error", error.toString());
        } catch (Throwable error) {
            // When Kestra shuts down, it closes the database first.
            boolean stopped = await(STOP_LIMIT, () -> !context.isRunning());
            answer.put("error", stopped ? "Kestra has shut itself down" : error.toString());
        }
        try {
            send(answer);
        } catch (IOException error) {
            throw new IllegalStateException(error);
        }
    }

    private void send(Map<String, Object> answer) throws IOException {
        byte[] line = (mapper.writeValueAsString(answer) + "\n").getBytes(StandardCharsets.US_ASCII);
        synchronized (answers) {
            answers.write(line);
            answers.flush();
        }
    }

    private Map<String, Object> run(Request request) throws Exception {
        ExecutionRepositoryInterface executions = context.getBean(ExecutionRepositoryInterface.class);
        var flow = context.getBean(FlowService.class).importFlow(TENANT, request.flow());
        if (request.timeout() == null) {
            return Map.of();
        }
        Execution created = Execution.newExecution(flow, List.of());
        this.<DispatchQueueInterface<Execution>>queue(DispatchQueueInterface.class, Execution.class).emit(created);
        long milliseconds = (long) (request.timeout() * 1000);
        long end = System.currentTimeMillis() + milliseconds;
        boolean ended = await(milliseconds, () -> find(executions, created).getState().isTerminated());
        Execution execution = find(executions, created);
        if (ended) {
            awaitStored(request, execution, end - System.currentTimeMillis());
        } else {
            kill(execution);
        }
        return result(execution);
    }

    private Map<String, Object> storeFile(Request request) throws Exception {
        var storage = context.getBean(StorageInterface.class);
        var namespace = context.getBean(NamespaceFactory.class).of(TENANT, request.namespace(), storage);
        byte[] content = request.text().getBytes(StandardCharsets.UTF_8);
        namespace.putFile(Path.of("/" + request.file()), new ByteArrayInputStream(content));
        return Map.of();
    }

    private static Execution find(ExecutionRepositoryInterface executions, Execution execution) {
        return executions.findById(TENANT, execution.getId()).orElse(execution);
    }

    /** Kills an execution whose script never ends or that Kestra has lost, so that it does not block the worker. */
    private void kill(Execution execution) throws Exception {
        this.<BroadcastQueueInterface<ExecutionKilled>>queue(BroadcastQueueInterface.class, ExecutionKilled.class).emit(
            ExecutionKilledExecution.builder()
                .tenantId(TENANT)
                .executionId(execution.getId())
                .state(ExecutionKilled.State.REQUESTED)
                .isOnKillCascade(true)
                .build()
        );
    }

    /**
     * Waits for the logs and metrics that Kestra stores after the execution's end, in bursts and without a sign of the
     * last: until there are as many as expected, or until nothing changes.
     */
    private void awaitStored(Request request, Execution execution, long milliseconds) {
        JdbcQueueClient queues = context.getBean(JdbcQueueClient.class);
        List<String> names = Stream.of(LogEntry.class, MetricEntry.class)
            .map(type -> this.<DispatchQueueInterface<?>>queue(DispatchQueueInterface.class, type).queueName())
            .toList();
        boolean expects = request.logs() != null || request.metrics() != null;
        long[] seen = { -1, -1 };
        long[] since = { 0 };
        await(milliseconds, () -> {
            if (names.stream().anyMatch(name -> queues.queueLag(name, null) > 0)) {
                since[0] = System.currentTimeMillis();
                return false; // reading thousands of logs again and again would slow down the threads that store them
            }
            long scripts = logs(execution).stream().filter(log -> !isKestras(log)).count();
            long[] stored = { scripts, metrics(execution).size() };
            if (!Arrays.equals(seen, stored)) {
                System.arraycopy(stored, 0, seen, 0, stored.length);
                since[0] = System.currentTimeMillis();
            }
            boolean expected = (request.logs() == null || request.logs() == stored[0])
                && (request.metrics() == null || request.metrics() == stored[1]);
            return expects && expected || System.currentTimeMillis() - since[0] > AT_REST;
        });
    }

    private List<LogEntry> logs(Execution execution) {
        return context.getBean(LogDataStoreInterface.class)
            .findByExecutionIdWithoutAcl(TENANT, execution.getId(), null);
    }

    private List<MetricEntry> metrics(Execution execution) {
        return context.getBean(MetricRepositoryInterface.class)
            .findByExecutionId(TENANT, execution.getId(), Pageable.UNPAGED);
    }

    /** Tells Kestra's own lines from a script's, which unnamed virtual threads read, or the Docker client's. */
    private static boolean isKestras(LogEntry log) {
        return log.getThread() == null || !log.getThread().matches("(virtual-|docker-java-).*");
    }

    private Map<String, Object> result(Execution execution) throws Exception {
        TaskOutputService outputs = context.getBean(TaskOutputService.class);
        List<Map<String, Object>> taskRuns = new ArrayList<>();
        for (TaskRun taskRun : Optional.ofNullable(execution.getTaskRunList()).orElse(List.of())) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("task", taskRun.getTaskId());
            one.put("state", taskRun.getState().getCurrent());
            one.put("outputs", outputs.getOutputs(taskRun));
            taskRuns.add(one);
        }
        List<Map<String, Object>> logs = new ArrayList<>();
        for (LogEntry log : logs(execution)) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("task", log.getTaskId());
            one.put("level", log.getLevel());
            one.put("message", log.getMessage());
            one.put("nanoseconds", ChronoUnit.NANOS.between(Instant.EPOCH, log.getTimestamp()));
            one.put("kestras", isKestras(log));
            logs.add(one);
        }
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("id", execution.getId());
        result.put("state", execution.getState().getCurrent());
        result.put("taskRuns", taskRuns);
        result.put("logs", logs);
        result.put("metrics", metrics(execution));
        return result;
    }

    @SuppressWarnings("unchecked")
    private <Q> Q queue(Class<?> kind, Class<?> type) {
        return (Q) context.getBean(Argument.of(kind, type));
    }

    private static boolean await(long milliseconds, BooleanSupplier condition) {
        long end = System.currentTimeMillis() + milliseconds;
        while (!condition.getAsBoolean()) {
            if (System.currentTimeMillis() > end) {
                return false;
            }
            try {
                Thread.sleep(POLL_INTERVAL);
            } catch (InterruptedException error) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}
