/** The execution context: what Kestra tells a script about its execution, as data. */

"use strict";

// In a bundle of ES modules `require` does not work; Node before 20.16 has nothing else.
const fs = process.getBuiltinModule?.("node:fs") ?? require("node:fs");
const { typeName } = require("./conversion.js");

const CONTEXT_FILE = ".kestra-execution-context.json";

let context;

/** Return the execution context, which is read once. */
function currentContext() {
  return (context ??= loadExecutionContext());
}

/** Read the execution context from a file or, where there is none, from the variable KESTRA_CONTEXT. */
function loadExecutionContext(path) {
  const file = path || (process.env.KESTRA_EXECUTION_CONTEXT_FILE ?? CONTEXT_FILE);
  if (fs.existsSync(file)) return parse(fs.readFileSync(file, "utf8"), file);
  const encoded = process.env.KESTRA_CONTEXT;
  if (encoded) return parse(Buffer.from(encoded, "base64").toString(), "KESTRA_CONTEXT");
  const problem = `'${file}' does not exist and the KESTRA_CONTEXT environment variable is not set`;
  const advice = "The execution context is only available when the script runs inside a Kestra task.";
  throw Object.assign(new Error(`No Kestra execution context found: ${problem}. ${advice}`), { code: "ENOENT" });
}

function parse(text, source) {
  let data;
  try {
    data = JSON.parse(text);
  } catch (error) {
    throw new SyntaxError(`${source}: ${error.message}`);
  }
  if (data === null || typeof data !== "object" || Array.isArray(data)) {
    throw new TypeError(`${source}: expected an object, got ${typeName(data)}`);
  }
  return data;
}

module.exports = { currentContext, loadExecutionContext };
