/**
 * Send logs from a script to Kestra, the orchestrator.
 *
 * Each call writes one line to standard output or standard error, whole and at once.
 * No call uses `this`, so each works detached: `const { log } = Kestra`.
 *
 * @example
 * import Kestra from "@kestra-io/libs"; // or: const Kestra = require("@kestra-io/libs");
 *
 * Kestra.logger().info("Hello World!");
 * // ::{"logs":[{"level":"INFO","message":"Hello World!"}]}::
 */
declare const Kestra: {
  /**
   * Return the logger, always the same one.
   *
   * @example
   * const logger = Kestra.logger();
   * logger.info("%d rows loaded", 3);
   * load().catch(logger.error);
   */
  logger(): Kestra.Logger;

  /**
   * Send one log, at a level that is known when the script runs.
   *
   * The arguments become one message, as those of {@link Kestra.Logger} do.
   *
   * @throws {TypeError} when the level is no text.
   * @throws {RangeError} when there is no such level.
   *
   * @example
   * Kestra.log("WARN", "disk is %d% full", 91);
   */
  log(level: Kestra.Level, ...message: unknown[]): void;

  /**
   * Send several logs as one record, in their order.
   *
   * The record goes to standard error when one of them is WARN or ERROR, otherwise to standard output.
   * Nothing is sent when there are none, and further members of an entry are ignored.
   *
   * @throws {TypeError} when `entries` is no list, or one of them is no object, lacks a member, or has a level that is no text.
   * @throws {RangeError} when one of them has a level that does not exist.
   * In either case nothing is sent, and the error names the place: `logs[1]["level"]: …`.
   *
   * @example
   * Kestra.logs([
   *   { level: "DEBUG", message: "Hello World from logs!" },
   *   { level: "INFO", message: "Hello World!" },
   * ]);
   */
  logs(entries: Iterable<Kestra.LogEntry>): void;

  /**
   * Return the line, without its line end, that carries an object or a `Map` to Kestra.
   *
   * A `Map` keeps the order of its keys, where an object puts those that look like integers first.
   * A `BigInt` keeps all its digits; a `Set` and a typed array become lists; an object with `toJSON`, such as a `Date`, is what that returns.
   * A member that is `undefined` is left out.
   *
   * @throws {TypeError} for what is no JSON value: a function, a symbol, a `Promise`, an `Error`, `undefined` in a list.
   * @throws {RangeError} for what would not arrive exactly: NaN, an infinity, a lone surrogate, U+0000 or the text `\u0000`,
   * text of more than 20,000,000 UTF-16 units, a `BigInt` of more than 1,000 digits,
   * more than 1,000 levels of nesting (the outermost included), a value that contains itself.
   * The error names the place: `format["outputs"]["rows"][3]: NaN is not a JSON number`.
   *
   * @example
   * Kestra.format({ outputs: { rows: 3 } }); // '::{"outputs":{"rows":3}}::'
   */
  format(mapping: object): string;
};

declare namespace Kestra {
  /**
   * The methods, one a level. Each makes one record of its arguments, as `util.format` and `console.log` do:
   * `%s`, `%d`, `%j` and `%o` in the first are filled in, what is left over follows after a space,
   * and an `Error` arrives with its stack and its causes. A single text is sent as it is, a single `Uint8Array` is decoded as UTF-8.
   *
   * What Kestra cannot store, U+0000, a lone surrogate and the text `\u0000`, becomes U+FFFD.
   * A message of more than 15,360 UTF-16 units, where Kestra cuts, becomes several entries of the record.
   *
   * Logging never fails the script: no method throws, whatever its arguments and whatever the stream does.
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
    /** Send a log at level ERROR, on standard error. */
    error(this: void, ...message: unknown[]): void;
  }

  /** An entry of {@link Kestra.logs}. */
  interface LogEntry {
    level: Level;
    /** Any value, which becomes text as it does in {@link Logger}. */
    message: unknown;
  }

  /** The name of a level; WARNING means WARN, CRITICAL and FATAL mean ERROR. Case does not matter when the script runs. */
  type Level = LevelName | Lowercase<LevelName> | Capitalize<Lowercase<LevelName>>;

  type LevelName = "TRACE" | "DEBUG" | "INFO" | "WARN" | "WARNING" | "ERROR" | "CRITICAL" | "FATAL";
}

// The last name is what `require` returns.
export { Kestra, Kestra as default, Kestra as "module.exports" };
