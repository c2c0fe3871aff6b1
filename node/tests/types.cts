// Only has to type-check, as types.ts: what `require` returns is the object itself.

import Kestra = require("@kestra-io/libs");

const logger: Kestra.Logger = Kestra.logger();
logger.info("Hello World!");
Kestra.log("WARN", "message");
Kestra.logs([{ level: "DEBUG", message: "message" }]);
Kestra.format({}) satisfies string;
// @ts-expect-error there is no such call
Kestra.send("message");
