/** Captures what a script prints, from its start: `node --require @kestra-io/libs/capture script.js`. */

"use strict";

const { environment, findStreams } = require("./streams.js");

findStreams();
require("./console.js").capture();
if (environment("KESTRA_CAPTURE_BATCH") === "1") require("../batch.js").enter();
