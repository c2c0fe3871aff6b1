// Only has to type-check: tsc --strict --module nodenext --noEmit tests/types.ts

import assert from "node:assert/strict";

import Kestra from "@kestra-io/libs";
import { Kestra as named } from "@kestra-io/libs";

named satisfies typeof Kestra;

const logger: Kestra.Logger = Kestra.logger();
logger.trace();
logger.debug("%d rows", 3);
logger.info(new Error("failed", { cause: new Error("why") }));
logger.warn(Symbol("any"), null, undefined, 10n);

const { error } = logger;
Promise.reject(new Error("failed")).catch(error);
Promise.reject(new Error("failed")).catch(logger.error);

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

const line: string = Kestra.format({ outputs: { rows: 3 } });
assert.equal(line, Kestra.format(new Map([["outputs", new Map([["rows", 3n]])]])));
// @ts-expect-error text has no members
Kestra.format("text");
