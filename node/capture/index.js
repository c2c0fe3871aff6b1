/** Captures what a script prints, from its start: `node --require @kestra-io/libs/capture script.js`. */

"use strict";

const { environment, findStreams } = require("./streams.js");

const isFirst = environment("KESTRA_CAPTURE_STREAMS") === undefined; // else a process above this one has captured
findStreams();
require("./console.js").capture();
if (environment("KESTRA_CAPTURE_BATCH") === "1") require("../batch.js").enter({ isTold: !isFirst });
