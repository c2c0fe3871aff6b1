/** The types of `index.d.ts`, for `import`. */

import Kestra from "./index.js";

export { Kestra, Kestra as default };

// The calls by name, so that `import * as Kestra` has them.
export const assets: typeof Kestra.assets;
export const batch: typeof Kestra.batch;
export const capture: typeof Kestra.capture;
export const counter: typeof Kestra.counter;
export const format: typeof Kestra.format;
export const gauge: typeof Kestra.gauge;
export const loadExecutionContext: typeof Kestra.loadExecutionContext;
export const log: typeof Kestra.log;
export const logger: typeof Kestra.logger;
export const logs: typeof Kestra.logs;
export const outputs: typeof Kestra.outputs;
export const timer: typeof Kestra.timer;

export type Duration = Kestra.Duration;
export type ExecutionContext = Kestra.ExecutionContext;
export type Level = Kestra.Level;
export type LogEntry = Kestra.LogEntry;
export type Logger = Kestra.Logger;
export type Name = Kestra.Name;
export type Numeric = Kestra.Numeric;
export type Tag = Kestra.Tag;
export type Tags = Kestra.Tags;
