import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { PACKAGE, PROJECT, logOf, runCommand, run, stdoutOf } from "./run.js";

async function runFile(name, source) {
  const path = join(PROJECT, name);
  writeFileSync(path, source);
  return runCommand(process.execPath, [path]);
}

test("require returns the object itself, without a warning", async () => {
  const source = `
    const Kestra = require("@kestra-io/libs");
    const logger = Kestra.logger();
    logger.debug("Hello World from logs!");
    logger.info("Hello World!");`;

  assert.deepEqual(
    { stdout: logOf("DEBUG", '"Hello World from logs!"') + logOf("INFO", '"Hello World!"'), stderr: "", status: 0 },
    await runFile("require.cjs", source),
  );
});

test("import gives the same object by default, by name and by require", async () => {
  const source = `
    import { createRequire } from "node:module";
    import Kestra, { Kestra as named } from "@kestra-io/libs";
    console.log(Kestra === named, Kestra === createRequire(import.meta.url)("@kestra-io/libs"));`;

  assert.equal("true true\n", (await runFile("import.mjs", source)).stdout);
});

test("import() gives the same object", async () => {
  assert.equal("true\n", await stdoutOf('console.log((await import("@kestra-io/libs")).default === Kestra)'));
});

test("nothing is written, and no stream is touched, when the package is loaded", async () => {
  assert.deepEqual({ stdout: "", stderr: "", status: 0 }, await run(""));
});

test("the files that are published are those that are there, and no other", () => {
  const { files, exports } = JSON.parse(readFileSync(join(PACKAGE, "package.json"), "utf8"));

  assert.deepEqual(
    ["capture.d.ts", "capture.js", "hooks.js", "index.d.ts", "kestra.js", "logger.js", "stream.js", "wire.js"],
    files,
  );
  assert.deepEqual(["./index.d.ts", "./kestra.js"], Object.values(exports["."]));
  assert.deepEqual(["./capture.d.ts", "./capture.js"], Object.values(exports["./capture"]));
  for (const conditions of Object.values(exports)) assert.equal("types", Object.keys(conditions)[0]);
});

test("the package has no dependencies and runs no script when it is installed", () => {
  const package_ = JSON.parse(readFileSync(join(PACKAGE, "package.json"), "utf8"));

  assert.deepEqual(undefined, package_.dependencies);
  assert.deepEqual(["test"], Object.keys(package_.scripts));
});
