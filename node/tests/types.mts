// Only has to type-check: tsc --strict --module nodenext --noEmit tests/types.mts

import assert from "node:assert/strict";

import Kestra from "@kestra-io/libs";
import kestraStream from "@kestra-io/libs/pino";
import KestraTransport from "@kestra-io/libs/winston";
import * as all from "@kestra-io/libs";
import { Kestra as named, type Logger } from "@kestra-io/libs";

named satisfies typeof Kestra;
all.default satisfies typeof Kestra;
all.outputs({ rows: 3 });
const { info }: Logger = all.logger();
info("Hello World!");

const logger: Kestra.Logger = Kestra.logger();
logger.trace();
logger.debug("%d rows", 3);
logger.info(new Error("failed", { cause: new Error("why") }));
logger.warn(Symbol("any"), null, undefined, 10n);

const { error } = logger;
Promise.reject(new Error("failed")).catch(error);
Promise.reject(new Error("failed")).catch(logger.error);

const dataset: string = Kestra.context.inputs.dataset;
Kestra.loadExecutionContext().outputs[dataset].files[0].name satisfies string;
all.loadExecutionContext(new URL("file:///context.json")) satisfies Kestra.ExecutionContext;
// @ts-expect-error the context is read-only
Kestra.context = {};

const level: Kestra.Level = "warning";
Kestra.log(level, "disk is %d% full", 91);
Kestra.log("Info", "a level in any case");
const { log } = Kestra;
log("FATAL", new Uint8Array([0x48, 0x69]));
// @ts-expect-error there is no such level
Kestra.log("LOUD", "message");
// @ts-expect-error numbers are no levels
Kestra.log(20, "message");

const entries: Kestra.LogEntry[] = [{ level: "INFO", message: "text" }];
Kestra.logs(entries);
Kestra.logs(new Set(entries));
Kestra.logs([]);
// @ts-expect-error an entry has a message
Kestra.logs([{ level: "INFO" }]);
// @ts-expect-error entries come in a list
Kestra.logs({ level: "INFO", message: "text" });

Kestra.outputs({ rows: 3, big: 10n ** 30n, at: new Date(), set: new Set([1]), nothing: undefined });
Kestra.outputs(new Map<unknown, unknown>([["rows", 3]]));
class Row {
    id = 1;
}
Kestra.outputs(new Row());
Kestra.assets({ inputs: [{ id: "orders.csv" }], outputs: [] });
// @ts-expect-error text has no members
Kestra.outputs("rows=3");
// @ts-expect-error there is nothing to send
Kestra.assets();

const tags: Kestra.Tags = { table: "orders", partition: 7, full: true, id: 1n };
Kestra.counter("rows", 3, tags);
Kestra.counter("rows", 3n, new Map([["table", "orders"]]));
Kestra.gauge("fill", 0.75);
// @ts-expect-error a counter has a value
Kestra.counter("rows");
Kestra.gauge("rows", "3");
Kestra.gauge(
    2024,
    new (class Decimal {
        toNumber = () => 1.5;
    })(),
);
declare const perhaps: string | undefined;
Kestra.counter("rows", 1, { user: perhaps });
Kestra.counter("rows", 1, []);
Kestra.gauge("rows", { toBigInt: () => 5n });
// @ts-expect-error a date is no number
Kestra.gauge("rows", new Date());
// @ts-expect-error a list is no number
Kestra.gauge("rows", [3]);
// @ts-expect-error a tag has a value
Kestra.gauge("rows", 3, { table: null });

Kestra.timer("load", 1.5, tags) satisfies void;
Kestra.timer("load", 2n);
const count: number = Kestra.timer("load", () => 3, tags);
const text: Promise<string> = Kestra.timer("load", async () => "text");
const thenable: Promise<number> = Kestra.timer("load", (): PromiseLike<number> => Promise.resolve(count));
Kestra.timer("load", (stop) => setTimeout(stop, 10)) satisfies NodeJS.Timeout;
const stopped: Promise<string> = Kestra.timer("load", async (stop) => {
    stop();
    return (await text) + (await thenable);
});
stopped.then(Kestra.logger().info);
Kestra.timer("load", (stop, context) => setTimeout(stop, 10, context)) satisfies NodeJS.Timeout;
Kestra.timer("load", "1.5");
Kestra.timer("load", { total: (unit: "seconds") => unit.length });
// @ts-expect-error a timer has a duration
Kestra.timer("load");
// @ts-expect-error a list is no duration
Kestra.timer("load", [1.5]);

const line: string = Kestra.format({ outputs: { rows: 3 } });
assert.equal(line, Kestra.format(new Map([["outputs", new Map([["rows", 3n]])]])));
// @ts-expect-error text has no members
Kestra.format("text");

const end: () => void = Kestra.capture();
const six: number = Kestra.batch(() => 6);
const seven: Promise<number> = Kestra.batch(async () => 7);
end();
kestraStream() satisfies NodeJS.WritableStream;
new KestraTransport({ level: "silly" }) satisfies NodeJS.WritableStream;
// @ts-expect-error a level is the name of one
new KestraTransport({ level: 5 });
// @ts-expect-error it takes no options
Kestra.capture({ level: "INFO" });
import "@kestra-io/libs/capture";
