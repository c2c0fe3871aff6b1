/** Captures what a script prints, from its start: `node --require @kestra-io/libs/capture script.js`. */

"use strict";

require("./console.js").capture();
