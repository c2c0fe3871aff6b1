// Only has to type-check, as types.mts: what `require` returns is the object itself.

import Kestra = require("@kestra-io/libs");
import { Kestra as named } from "@kestra-io/libs";

const logger: Kestra.Logger = Kestra.logger();
logger.info("Hello World!");
Kestra.log("WARN", "message");
Kestra.logs([{ level: "DEBUG", message: "message" }]);
Kestra.outputs({ rows: 3 });
const tags: Kestra.Tags = { table: "orders" };
Kestra.counter("rows", 3, tags);
Kestra.timer("load", () => 3) satisfies number;
Kestra.format({}) satisfies string;
Kestra.capture()() satisfies void;
named.log("INFO", "message");
// @ts-expect-error there is no such call
Kestra.send("message");
