/**
 * Send logs, outputs and metrics from a script to Kestra, the orchestrator.
 *
 * Each call writes one line to standard output or standard error, whole and at once.
 * A log never fails the script; outputs, metrics and assets are data: what cannot arrive exactly is refused,
 * with an error that names the path, and then nothing is written.
 * No call uses `this`, so each works detached: `const { log } = Kestra`.
 *
 * @example
 * import Kestra from "@kestra-io/libs"; // or: const Kestra = require("@kestra-io/libs");
 *
 * Kestra.logger().info("Hello World!");
 * // ::{"logs":[{"level":"INFO","message":"Hello World!"}]}::
 */
declare const Kestra: Kestra.Calls;

declare namespace Kestra {
  /** The calls. */
  interface Calls {
    /**
     * Return the logger, always the same one.
     *
     * @example
     * const logger = Kestra.logger();
     * logger.info("%d rows loaded", 3);
     * load().catch(logger.error);
     */
    logger(): Logger;

    /**
     * Send one log, at a level that is known when the script runs.
     *
     * The arguments become one message, as those of {@link Logger} do.
     *
     * @throws {TypeError} when the level is not a string.
     * @throws {RangeError} when there is no such level.
     *
     * @example
     * Kestra.log("WARN", "disk is %d% full", 91);
     */
    log(level: Level, ...message: unknown[]): void;

    /**
     * Send several logs as one record, in their order.
     *
     * The record goes to standard error when one of them is WARN or ERROR, otherwise to standard output.
     * Nothing is sent when there are none, and further members of an entry are ignored.
     *
     * @throws {TypeError} when `entries` is not a list, or one of them is not an object, lacks a member, or has a level that is not a string.
     * @throws {RangeError} when one of them has a level that does not exist.
     * Then nothing is sent, and the error names the path: `logs[1]["level"]: …`.
     *
     * @example
     * Kestra.logs([
     *   { level: "DEBUG", message: "Hello World from logs!" },
     *   { level: "INFO", message: "Hello World!" },
     * ]);
     */
    logs(entries: Iterable<LogEntry>): void;

    /**
     * Send outputs, which other tasks read as `outputs.<task id>.vars.<name>`.
     *
     * A later value of the same name takes the place of an earlier one.
     * A value is what `JSON.stringify` takes, and more:
     *
     * - a `BigInt` keeps all its digits;
     * - a `Map` keeps the order of its keys, where an object puts those that look like integers first;
     *   its keys that are numbers, booleans or null become their JSON text;
     * - a `Set` and a typed array become lists;
     * - an object with `toJSON`, such as a `Date`, is what that returns;
     * - an object with `toBigInt`, such as a 64-bit integer of long, bson or neo4j, is that integer;
     * - an `Error` is the text `Name: message`;
     * - a member that is `undefined` is left out.
     *
     * @throws {TypeError} for what is not a JSON value: a function, a symbol, a `Promise`, `undefined` in a list,
     * a `Buffer`, an `ArrayBuffer` or a `DataView`, which may be text or bytes, an iterator, an instance of a class
     * without `toJSON` that has a `toString`, can be iterated, or has no member of its own.
     * @throws {RangeError} for what would not arrive exactly: NaN, an infinity, an invalid date,
     * a string (a key, too) with a lone surrogate, U+0000 or the six characters `\u0000`, or of more than 20,000,000 UTF-16 units,
     * an integer of more than 1,000 digits, a value of more than 998 levels of nesting, a circular reference,
     * two keys that become the same text, an output whose name is empty.
     * Both name the path: `outputs["rows"][3]: NaN is not a JSON number`.
     * An error that a getter or a `toJSON` throws is refused alike, and is the `cause` of the refusal.
     * @throws {Error} with a `code`, such as `EPIPE`, `ENOSPC` or `EBADF`, when standard output has no reader, is full or is closed.
     *
     * @example
     * Kestra.outputs({ rows: 3, files: ["a.csv", "b.csv"] });
     * // ::{"outputs":{"rows":3,"files":["a.csv","b.csv"]}}::
     */
    outputs(mapping: object): void;

    /**
     * Send assets, `{ inputs: […], outputs: […] }`: only to Kestra's Enterprise edition.
     *
     * The open-source edition stops reading the script's output at this line: the script's next write fails, or in Docker the task never ends.
     * Any object or `Map` is sent as it is; Kestra checks it.
     *
     * @throws as {@link Calls.outputs} does; an empty name is sent.
     *
     * @example
     * Kestra.assets({ inputs: [{ id: "orders.csv" }], outputs: [{ id: "orders", type: "TABLE" }] });
     */
    assets(mapping: object): void;

    /**
     * Send a counter: a number that Kestra adds up over the records of the same name and tags.
     *
     * @param name a string that is not empty; a number is sent as its JSON text.
     * @param value a finite number, which may be negative, or the text of one; an integer is sent with all its digits, and Kestra rounds it to a double.
     * @param tags names and strings; a number or a boolean is sent as its JSON text, and `undefined` is left out.
     *
     * @throws {TypeError} for a name that is not a string, a value that is not a number, a tag that is null or a container.
     * @throws {RangeError} for an empty name or tag name, a string that Kestra cannot store, NaN, an infinity,
     * a number beyond the range of a double, and a name that this process has sent as another type.
     * Both name the path: `counter "rows": tags["env"]: …`.
     * Kestra would stop reading the script's output at most of these.
     * @throws {Error} with a `code`, as {@link Calls.outputs} does.
     *
     * @example
     * Kestra.counter("rows", 3, { table: "orders", partition: 7 });
     * // ::{"metrics":[{"name":"rows","type":"counter","value":3,"tags":{"table":"orders","partition":"7"}}]}::
     */
    counter(name: Name, value: Numeric, tags?: Tags): void;

    /**
     * Send a gauge: a number of which Kestra keeps the last for the same name and tags.
     *
     * @throws as {@link Calls.counter} does.
     *
     * @example
     * Kestra.gauge("fill", 0.75);
     */
    gauge(name: Name, value: Numeric, tags?: Tags): void;

    /**
     * Send a timer: a duration in seconds, which Kestra adds up, in whole milliseconds, for the same name and tags.
     *
     * @param seconds from -9,000,000,000 to 9,000,000,000, or a duration of a library.
     *
     * @throws {RangeError} for a duration out of that range, and otherwise as {@link Calls.counter} does.
     *
     * @example
     * Kestra.timer("load", 1.5);
     */
    timer(name: Name, seconds: Numeric | Duration, tags?: Tags): void;

    /**
     * Call a function, send how long it took, and return what it returns.
     *
     * A promise that it returns is timed until it settles.
     * The function may throw, and the promise reject: the timer is sent, and the error passed on, even if the timer cannot be sent.
     *
     * The function gets a callback that stops the clock.
     * When it declares a parameter (its `length` is not 0), also an `async` one, neither its return nor its promise stops the clock,
     * unless it throws, or the promise rejects, before the callback is called.
     * It counts once, ignores its arguments, and throws an `Error` with a `code` when the timer cannot be sent.
     *
     * @throws as {@link Calls.counter} does, before the function is called.
     *
     * @example
     * const rows = Kestra.timer("load", () => load("orders"));
     * const response = await Kestra.timer("fetch", () => fetch("https://kestra.io"));
     * Kestra.timer("wait", (stop) => setTimeout(stop, 1000));
     */
    timer<Result>(
      name: Name,
      callable: (stop: (...ignored: unknown[]) => void, ...none: any[]) => Result,
      tags?: Tags,
    ): Timed<Result>;

    /**
     * Call a function, send what is logged until it returns in fewer records, up to 32 logs in one, and return what it returns.
     *
     * It is for runners that read few lines a second: Kubernetes, AWS Batch and Azure Batch. Docker's gets slower.
     * A promise that the function returns is waited for.
     * A log waits for 50 ms at most, and no longer than until an error, data or printed text follow, or the batch or process ends.
     * Synchronous code lets no timer run: there the next call looks at the clock.
     * All logs keep their order. It covers the thread; of batches within each other the outermost counts.
     * `SIGKILL`, and `SIGTERM` without a listener, take what is held: one record at most.
     *
     * @throws {TypeError} when it is not a function.
     *
     * @example
     * await Kestra.batch(async () => {
     *   for await (const row of rows) Kestra.logger().info("Loaded %s", row.id);
     * });
     */
    batch<Result>(callable: () => Result): Timed<Result>;

    /**
     * Turn what the script prints into records, until the function that is returned is called.
     *
     * Each call of `console` is one record: `log` and `info` at INFO, `debug`, `warn`, `error` and `trace` at their own levels.
     * So are Node's warnings, at WARN, and the error that ends the script, at ERROR.
     *
     * @example
     * Kestra.capture();
     * console.warn("disk is %d% full", 91);
     * // ::{"logs":[{"level":"WARN","message":"disk is 91% full"}]}::
     */
    capture(): () => void;

    /**
     * Return the line, without its line end, that carries an object or a `Map` to Kestra, and write nothing.
     *
     * @throws as {@link Calls.outputs} does, without `code`s; an empty name is sent: `format["outputs"]["rows"][3]: NaN is not a JSON number`.
     * The nesting is of at most 1,000 levels, the outermost included.
     *
     * @example
     * Kestra.format({ outputs: { rows: 3 } }); // '::{"outputs":{"rows":3}}::'
     */
    format(mapping: object): string;

    /**
     * The execution context of the task that runs the script, as {@link Calls.loadExecutionContext} reads it, once.
     *
     * The task needs `executionContext: true`. A key that does not exist is `undefined`, as in any object.
     *
     * @throws as {@link Calls.loadExecutionContext} does, also outside Kestra; so the property is not enumerable.
     *
     * @example
     * const { inputs, outputs } = Kestra.context;
     * console.log(inputs.dataset, outputs.extract.uri);
     */
    readonly context: ExecutionContext;

    /**
     * Read the execution context: inputs, outputs of earlier tasks, labels, variables, and what else an expression can use.
     *
     * It is the JSON of the file that is given or that the variable `KESTRA_EXECUTION_CONTEXT_FILE` names, otherwise of
     * `.kestra-execution-context.json`, which Kestra writes into the working directory.
     * If that file does not exist, it is the JSON of the variable `KESTRA_CONTEXT`, in base64.
     *
     * @throws {Error} with the `code` `ENOENT` when there is neither.
     * @throws {SyntaxError} when it is not JSON, and {TypeError} when it is not an object; both name the file or the variable.
     */
    loadExecutionContext(path?: string | URL): ExecutionContext;

    /** @deprecated {@link Calls.outputs}, {@link Calls.assets} and {@link Calls.logs} send what they are named after. */
    _send(mapping: object): void;

    /** @deprecated {@link Calls.counter}, {@link Calls.gauge} and {@link Calls.timer} send a metric. */
    _metrics(name: Name, type: "counter" | "gauge" | "timer", value: Numeric, tags?: Tags): void;

    /** The object itself, for `import { Kestra }` that a compiler turns into `require`. */
    readonly Kestra: Calls;
  }

  /**
   * The methods, one a level. Each makes one record of its arguments, as `util.format` and `console.log` do:
   * `%s`, `%d`, `%j` and `%o` in the first are filled in, what is left over follows after a space,
   * and an `Error` arrives with its stack and its causes. A single string is sent as it is, a single `Uint8Array` is decoded as UTF-8.
   *
   * What Kestra cannot store, U+0000, a lone surrogate and the text `\u0000`, becomes U+FFFD.
   * A message of more than 15,360 UTF-16 units, where Kestra cuts, becomes several entries of the record.
   *
   * No method throws, whatever its arguments and whatever the stream does.
   */
  interface Logger {
    /** Send a log at level TRACE, on standard output. */
    trace(this: void, ...message: unknown[]): void;
    /** Send a log at level DEBUG, on standard output. */
    debug(this: void, ...message: unknown[]): void;
    /** Send a log at level INFO, on standard output. */
    info(this: void, ...message: unknown[]): void;
    /** Send a log at level WARN, on standard error. */
    warn(this: void, ...message: unknown[]): void;
    /** Send a log at level WARN, on standard error. */
    warning(this: void, ...message: unknown[]): void;
    /** Send a log at level ERROR, on standard error. */
    error(this: void, ...message: unknown[]): void;
    /** Send a log at level ERROR, on standard error. */
    critical(this: void, ...message: unknown[]): void;
  }

  /** An entry of {@link Calls.logs}. */
  interface LogEntry {
    level: Level;
    /** Any value, which becomes text as it does in {@link Logger}. */
    message: unknown;
  }

  /** What {@link Calls.context} is: any JSON. */
  interface ExecutionContext {
    [key: string]: any;
  }

  /** The name of a metric; a number becomes its JSON text. */
  type Name = string | number | bigint;

  /** A number, the text of one as JSON has it, or an object that stands for one: of decimal.js, bignumber.js, bn.js, long, neo4j. */
  type Numeric = number | bigint | string | { toNumber(): number } | { toBigInt(): bigint } | { toJSON(): number };

  /** A duration of Temporal, luxon, moment, dayjs or js-joda. */
  type Duration =
    | { total(unit: "seconds"): number }
    | { as(unit: "seconds"): number }
    | { asSeconds(): number }
    | { toNanos(): number };

  /** Names and texts; a number or a boolean becomes its JSON text: `2` for 2.0. One that is `undefined` is left out. */
  type Tags = Readonly<Record<string, Tag>> | ReadonlyMap<string | number | bigint | boolean | null, Tag> | NoTags;

  type Tag = string | number | bigint | boolean | undefined | { toJSON(): unknown };

  /** What stands for no tags. */
  type NoTags = null | false | 0 | "" | readonly never[];

  /** What {@link Calls.timer} returns for what its function returns: a promise in the place of anything that can be awaited. */
  type Timed<Result> = Result extends PromiseLike<unknown> ? Promise<Awaited<Result>> : Result;

  /** The name of a level; WARNING means WARN, CRITICAL and FATAL mean ERROR. Case does not matter when the script runs. */
  type Level = LevelName | Lowercase<LevelName> | Capitalize<Lowercase<LevelName>>;

  type LevelName = "TRACE" | "DEBUG" | "INFO" | "WARN" | "WARNING" | "ERROR" | "CRITICAL" | "FATAL";
}

export = Kestra;
