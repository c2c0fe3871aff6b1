/** Captures what a script prints, from its start: `node --import @kestra-io/libs/capture script.js`. */

import { capture } from "./hooks.js";

capture();
