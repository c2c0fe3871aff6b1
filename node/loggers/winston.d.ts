import { Writable } from "node:stream";

/**
 * A transport for winston, which sends each entry as one log at its own level: the message, then the other fields as JSON,
 * then the stack of an error.
 *
 * @example
 * import winston from "winston";
 * import KestraTransport from "@kestra-io/libs/winston";
 *
 * const logger = winston.createLogger({ level: "silly", transports: [new KestraTransport()] });
 */
declare class KestraTransport extends Writable {
  constructor(options?: KestraTransport.Options);
  /** Send one entry, and call `done`. */
  log(info: object, done?: () => void): void;
}

declare namespace KestraTransport {
  interface Options {
    /** The least severe level to send, by its name in winston; default: all that the logger lets through. */
    level?: string;
    /** Whether to send nothing; default: false. */
    silent?: boolean;
    /** Whether to send uncaught exceptions that winston handles; default: false. */
    handleExceptions?: boolean;
    /** Whether to send unhandled rejections that winston handles; default: false. */
    handleRejections?: boolean;
  }
}

export = KestraTransport;
