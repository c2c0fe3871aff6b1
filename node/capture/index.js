/** Captures what a script prints, from its start: `node --require @kestra-io/libs/capture script.js`. */

"use strict";

require("./streams.js").findStreams();
require("./console.js").capture();
