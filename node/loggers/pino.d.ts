import { Writable } from "node:stream";

/**
 * Return a stream for pino, which sends each line as one log at its own level: the message, then the other fields as JSON,
 * then the stack of an error. Time, process and host are left out, as Kestra keeps the time.
 *
 * @example
 * import pino from "pino";
 * import kestraStream from "@kestra-io/libs/pino";
 *
 * const logger = pino({ level: "trace" }, kestraStream());
 */
declare function kestraStream(): Writable;

export = kestraStream;
