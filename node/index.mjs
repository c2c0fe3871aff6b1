/** The object that `require` returns, for `import`. */

import Kestra from "./api.js";

export const {
  assets,
  batch,
  capture,
  counter,
  format,
  gauge,
  loadExecutionContext,
  log,
  logger,
  logs,
  outputs,
  timer,
} = Kestra;
export { Kestra, Kestra as default };
