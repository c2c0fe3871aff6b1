import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { PROJECT, runCommand, scriptFile } from "./run.mjs";

const CONTEXT = {
  labels: { env: "prod" },
  inputs: { dataset: 'two\nlines, "quoted" é 🚀', files: [{ name: "a.csv" }, 2] },
  outputs: { "first-task": { vars: { rows: 3, share: 0.5, nothing: null } } },
};

/** Run a script in a working directory with these files, as Kestra does; return its output, or its error. */
async function runTask(source, files, environment) {
  const directory = mkdtempSync(join(PROJECT, "task-"));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(directory, name), text);
  const script = scriptFile(`
    process.chdir(${JSON.stringify(directory)});
    try { ${source} } catch (error) { console.log(error.name, error.code, error.message); }`);
  const { stdout, stderr } = await runCommand(process.execPath, [script], environment);
  rmSync(directory, { recursive: true });
  assert.equal(stderr, "");
  return stdout;
}

const FILE = ".kestra-execution-context.json";

function encoded(text) {
  return Buffer.from(text).toString("base64");
}

test("context is the object of the file", async () => {
  const output = await runTask("console.log(JSON.stringify(Kestra.context));", { [FILE]: JSON.stringify(CONTEXT) });

  assert.deepEqual(JSON.parse(output), CONTEXT);
});

test("a key that does not exist is undefined", async () => {
  const source = 'console.log(Kestra.context.trigger, Kestra.context.inputs.limit ?? "fallback");';

  assert.equal(await runTask(source, { [FILE]: JSON.stringify(CONTEXT) }), "undefined fallback\n");
});

test("context is read once", async () => {
  const source = `
    import("node:fs").then((fs) => {
      const { context } = Kestra;
      fs.unlinkSync("${FILE}");
      console.log(Kestra.context === context, context.labels.env);
    });`;

  assert.equal(await runTask(source, { [FILE]: JSON.stringify(CONTEXT) }), "true prod\n");
});

for (const [expected, argument, variable, files] of [
  ["argument", '"a.json"', "b.json", ["a.json", "b.json", FILE]],
  ["variable", "", "b.json", ["a.json", "b.json", FILE]],
  ["usual", "", undefined, ["a.json", "b.json", FILE]],
  ["data", "", undefined, ["a.json", "b.json"]],
  ["data", '"none.json"', "b.json", ["b.json", FILE]],
  ["data", "", "none.json", [FILE]],
]) {
  test(`loadExecutionContext(${argument}) with the variable ${variable} reads the ${expected}`, async () => {
    const sources = { "a.json": "argument", "b.json": "variable", [FILE]: "usual" };
    const texts = Object.fromEntries(files.map((name) => [name, JSON.stringify({ source: sources[name] })]));

    const output = await runTask(`console.log(Kestra.loadExecutionContext(${argument}).source);`, texts, {
      KESTRA_CONTEXT: encoded('{"source":"data"}'),
      ...(variable && { KESTRA_EXECUTION_CONTEXT_FILE: variable }),
    });

    assert.equal(output, `${expected}\n`);
  });
}

function missing(path) {
  return (
    `Error ENOENT No Kestra execution context found: '${path}' does not exist and the KESTRA_CONTEXT environment ` +
    "variable is not set. The execution context is only available when the script runs inside a Kestra task.\n"
  );
}

test("outside Kestra, the context throws, and nothing else does", async () => {
  const source = "console.log(Object.keys({ ...Kestra }).includes('context')); Kestra.context;";

  assert.equal(await runTask(source, {}), `false\n${missing(FILE)}`);
  assert.equal(await runTask('Kestra.loadExecutionContext("no.json");', {}), missing("no.json"));
  assert.equal(
    await runTask("Kestra.context;", {}, { KESTRA_EXECUTION_CONTEXT_FILE: "gone.json" }),
    missing("gone.json"),
  );
});

for (const [text, error] of [
  ['{"a": 1', /^SyntaxError undefined SOURCE: .*JSON/],
  ["[1]", /^TypeError undefined SOURCE: expected an object, got Array\n$/],
  ["null", /^TypeError undefined SOURCE: expected an object, got null\n$/],
  ["2", /^TypeError undefined SOURCE: expected an object, got number\n$/],
]) {
  test(`${text} is refused with the name of its source`, async () => {
    const named = (source) => new RegExp(error.source.replace("SOURCE", source));

    assert.match(await runTask("Kestra.context;", { [FILE]: text }), named("\\.kestra-execution-context\\.json"));
    assert.match(await runTask("Kestra.context;", {}, { KESTRA_CONTEXT: encoded(text) }), named("KESTRA_CONTEXT"));
  });
}

test("a test can replace the context", async () => {
  const source = `
    const { mock } = await import("node:test");
    mock.getter(Kestra, "context", () => ({ labels: { env: "test" } }));
    console.log(Kestra.context.labels.env);
    mock.restoreAll();
    console.log(Kestra.context.labels.env);`;

  assert.equal(await runTask(source, { [FILE]: JSON.stringify(CONTEXT) }), "test\nprod\n");
});
